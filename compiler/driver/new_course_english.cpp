// `comb new NAME`: a short course in English.
#include "driver/new_course_text.hpp"

#include <array>

namespace comb::driver {

namespace {

constexpr std::string_view manifest = R"(# The manifest of the course. `comb build` reads it first.
language: 1
id: @id@
title: A first course
subtitle: Change me
lang: en
version: "0.1"
authors: [Your Name]
audience: People who are new to the subject
group: {min: 6, max: 18}

variables:
  client: the client

terms: terms.yaml

parts:
  - title: The basics
    lessons:
      - lessons/s01-welcome.md
      - lessons/s02-practice.md
)";

constexpr std::string_view terms = R"(# The words of the course: which form to use, what it means.
benefit:
  use: benefit
  text: What a customer gets out of a feature.
  forms: [benefits]
)";

constexpr std::string_view welcome = R"(---
id: s01
---
# Features and benefits

::: objectives
- Tell a feature from a benefit {#o1a bloom=understand}
- Put a feature into words that matter to a customer {#o1b bloom=apply}
:::

## What is the difference?

A paragraph stands in the workbook in full; on the slides it goes to the trainer's notes.
Welcome to {{client}}.

- A **feature** is what a thing has.
- A :term[benefit]{of=benefit} is what somebody gets out of it.

::say[Ask who bought something last week, and why.]

| Feature | Benefit |
| --- | --- |
| weighs 900 g | no sore shoulder at night |
| opens in a second | no waiting in front of the customer |

::: keypoint
People buy what a thing does *for them*.
:::

::: tip Short sentences
If a sentence does not begin with "you", it is probably a feature.
:::

## Do you know it?

:::: question {#q1-1 objective=o1a}
Which of these is a benefit?

- [ ] The case is made of magnesium
  > That is what it is made of: a feature.
- [x] Your shoulder does not hurt
  > That is what the customer gets.
- [ ] It weighs 900 grams
  > A number about the thing: a feature.

::: solution
Ask "so what?" until a person comes up.
:::
::::
)";

constexpr std::string_view practice = R"(---
id: s02
---
# Practice

::: objectives
- Ask one question before offering anything {#o2a bloom=apply}
:::

## A case

:::: case The umbrella shop {#umbrellas time=20 objective=o1b}
A small shop sells umbrellas that weigh half of what others do. Nobody asks for them.

::: exhibit Sales of one week {#umbrella-sales}
| Umbrella | Sold |
| --- | ---: |
| ordinary | 40 |
| light | 2 |
:::

::: discuss
1. Look at :ref[umbrella-sales]. What does a customer who carries a child want?
:::

::: teaching-note
Collect the answers in two columns: feature, benefit.
:::
::::

## Your turn

::: activity Rewrite three labels {#labels time="2+6+4" objective=o1b}
Write each feature as a benefit.

1. Waterproof: :fill[your papers stay dry]
2. Folds to 20 cm
3. Has a lamp
:::

:::: roleplay The silent customer {#silent objective=o2a time="3+6+6" rounds=2 group=3}
A quiet afternoon in the shop.

::: role Customer {#silent-customer}
You look for a present for your mother and hate being followed around.

> You speak only after somebody asks one concrete question.
:::

::: role Seller {#silent-seller}
You have seen the customer look at two umbrellas.
:::

::: observer
- [ ] Greets within ten seconds
- [ ] Asks before offering
- [ ] Listens to the end
:::

::: debrief
1. Which sentence made the customer talk?
:::
::::

:::: question {#q2-1 objective=o2a type=true-false}
A good first question is about the customer, not about the goods.

- [x] True
- [ ] False

::: solution
Goods can wait; a person wants to be seen first.
:::
::::

::: reflection
What will you say differently tomorrow?
:::
)";

constexpr std::array<TemplateFile, 4> files = {{
    {"course.yaml", manifest},
    {"terms.yaml", terms},
    {"lessons/s01-welcome.md", welcome},
    {"lessons/s02-practice.md", practice},
}};

} // namespace

std::span<const TemplateFile> english_template() {
  return files;
}

} // namespace comb::driver
