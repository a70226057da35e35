// `comb new NAME`: a short course in English.
#include "driver/new_course_text.hpp"

namespace comb::driver {

const NewCourseText english_course = {
    .lang = "en",
    .manifest =
        R"md(# The manifest: `comb build` reads it first. `comb check` tells what is amiss, `comb watch` shows slides as you type.
language: 1
id: @id@
title: A first course
subtitle: Two short lessons to change into your own
lang: en
version: "0.1"
authors: [Your Name]
audience: People who are new to the subject
group: {min: 6, max: 18}

# `{{client}}` in a lesson becomes this text.
variables:
  client: the client

terms: terms.yaml

parts:
  - title: The basics
    lessons:
      - lessons/s01-welcome.md
      - lessons/s02-practice.md
)md",
    .terms = R"md(# The words of the course: which form to use, what it means.
benefit:
  use: benefit
  text: What a customer gets out of a feature.
  forms: [benefits]
)md",
    .welcome = R"md(---
id: s01
---

# Features and benefits

<!-- Comments reach no output. A topic opens with `##`; lists, tables and blocks of a topic become its slides. -->

::: objectives
- Tell a feature from a benefit {#o1a bloom=understand}
- Put a feature into words that matter to a customer {#o1b bloom=apply}
:::

## What is the difference?

A paragraph stands in the workbook in full; on the slides it goes to the trainer's notes. Welcome to {{client}}.

- A **feature** is what a thing has.
- A :term[benefit]{of=benefit} is what somebody gets out of it.

::say[Ask who bought something last week, and why.]

| Feature           | Benefit                             |
| ----------------- | ----------------------------------- |
| weighs 900 g      | no sore shoulder at night           |
| opens in a second | no waiting in front of the customer |

::: tip Short sentences
If a sentence does not begin with "you", it is probably a feature.
:::

## From one to the other

::: flow Keep asking "so what?" {#so-what}
1. Name a feature
2. Ask "so what?"
3. Say what it does
4. Ask again
5. Say what the customer gets
:::

::: keypoint
People buy what a thing does *for them*.
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
)md",
    .practice = R"md(---
id: s02
---

# Practice

::: objectives
- Ask one question before offering anything {#o2a bloom=apply}
:::

## Two ways to begin

::: dialogue In the umbrella shop {#opening cast="Seller; Customer"}
- Seller: Would you like to see our new umbrellas?
- Customer: Just looking.
- Seller: Please do. Do you walk to work, or take the bus?
- Customer: I walk, with a child on one hand.
  > The question was about her day, so she began to talk.
:::

## A case

:::: case The umbrella shop {#umbrellas objective=o1b time=20}
A small shop sells umbrellas that weigh half of what others do. Nobody asks for them.

::: exhibit Sales of one week {#umbrella-sales}
| Umbrella | Sold |
| -------- | ---: |
| ordinary |   40 |
| light    |    2 |
:::

::: discuss
1. Look at :ref[umbrella-sales]. What does a customer who carries a child want?
:::

::: teaching-note
Collect the answers in two columns: feature, benefit.
:::
::::

## Your turn

::: activity Rewrite three labels {#labels objective=o1b time=2+6+4}
Write each feature as a benefit.

1. Waterproof: :fill[your papers stay dry]
2. Folds to 20 cm
3. Has a lamp
:::

:::: roleplay The silent customer {#silent objective=o2a time=3+6+6 rounds=2 group=3}
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

::: materials
- umbrella {per=group count=2 by=trainer}
:::

## What stays

::: jobaid Before you speak {size=wallet}
1. Greet.
2. Ask one concrete question.
3. Listen, then say the benefit.
:::

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
)md",
};

} // namespace comb::driver
