// bank.json: everything that a question has. Its shape is docs/quiz-bank.schema.json; the order of members is fixed.
#include "base/json.hpp"
#include "base/digest.hpp"
#include "emit/outputs/quiz_bank/formats.hpp"
#include "emit/outputs/quiz_bank/places.hpp"

#include <algorithm>
#include <variant>

namespace comb::emit::quiz_bank {
namespace {

constexpr std::string_view schema_name = "comb-quiz-bank/1";

Json strings(const std::vector<std::string>& texts) {
  Json list = Json::array();
  for (const std::string& text : texts) list.push(text);
  return list;
}

Json text_or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

class JsonWriter {
 public:
  explicit JsonWriter(const Bank& bank) : bank_(bank) {}
  Json write() const;

 private:
  Json course() const;
  Json lessons() const;
  Json objectives() const;
  Json media() const;
  Json question(const BankQuestion& prepared) const;
  void answer_form(Json& out, const BankQuestion& prepared) const;
  Json options(const BankQuestion& prepared) const;
  Json places(const BankQuestion& prepared, const model::Hotspot& hotspot) const;
  Json pairs(const BankQuestion& prepared) const;
  Json spares(const BankQuestion& prepared) const;
  Json gaps(const BankQuestion& prepared) const;
  Json rubric(const BankQuestion& prepared) const;
  Json rich(const RichText& text) const;
  Json rich_or_null(const RichText& text) const { return text.is_empty() ? Json() : rich(text); }

  const Bank& bank_;
};

Json JsonWriter::rich(const RichText& text) const {
  std::string html = with_places(
      text, [&](const Picture& picture) { return picture_element(picture, bank_.media, "media/"); },
      [](const text::Blank&, std::size_t index) {
        return "<span class=\"gap\" data-gap=\"" + std::to_string(index + 1) + "\"></span>";
      });
  return Json::object().set("html", std::move(html)).set("text", text.plain);
}

Json JsonWriter::course() const {
  const model::CourseInfo& info = bank_.edition->info;
  return Json::object()
      .set("id", info.id)
      .set("title", info.title)
      .set("subtitle", text_or_null(info.subtitle))
      .set("lang", info.lang)
      .set("version", text_or_null(info.version))
      .set("licence", text_or_null(info.licence))
      .set("authors", strings(info.authors));
}

Json JsonWriter::lessons() const {
  Json list = Json::array();
  for (const BankLesson& lesson : bank_.lessons)
    list.push(
        Json::object().set("id", lesson.id).set("number", text_or_null(lesson.number)).set("title", lesson.title));
  return list;
}

Json JsonWriter::objectives() const {
  Json list = Json::array();
  for (const model::Objective& objective : bank_.edition->objectives) {
    const Json bloom = objective.bloom ? Json(model::name_of(*objective.bloom)) : Json();
    list.push(Json::object()
                  .set("id", objective.id)
                  .set("text", plain_text_of(objective.text))
                  .set("bloom", bloom)
                  .set("lesson", text_or_null(objective.lesson)));
  }
  return list;
}

Json JsonWriter::media() const {
  Json list = Json::array();
  for (const Medium& medium : bank_.media.all())
    list.push(Json::object()
                  .set("name", medium.name)
                  .set("path", medium.path)
                  .set("media_type", medium.image->media_type)
                  .set("width", medium.image->width)
                  .set("height", medium.image->height)
                  .set("base64", to_base64(medium.image->bytes)));
  return list;
}

Json JsonWriter::options(const BankQuestion& prepared) const {
  const auto& choices = std::get<model::Choices>(prepared.question->form);
  const model::QuestionKey& key = prepared.key();
  Json list = Json::array();
  for (std::size_t option = 0; option < prepared.options.size(); ++option) {
    Json one = rich(prepared.options[option]);
    one.set("key", option < key.is_key.size() && key.is_key[option]);
    one.set("weight", option < key.weights.size() ? Json(key.weights[option]) : Json());
    one.set("lock", choices.options[option].locked_last);
    one.set("feedback", rich_or_null(prepared.feedback[option]));
    list.push(std::move(one));
  }
  return list;
}

/// Where each place is, in pixels of the picture.
Json JsonWriter::places(const BankQuestion& prepared, const model::Hotspot& hotspot) const {
  const model::QuestionKey& key = prepared.key();
  Json list = Json::array();
  for (std::size_t place = 0; place < hotspot.regions.size(); ++place) {
    const model::Region& region = hotspot.regions[place];
    const bool is_circle = region.shape == model::Region::Shape::circle;
    Json one = Json::object();
    one.set("text", plain_text_of(region.text)).set("shape", is_circle ? "circle" : "rectangle");
    one.set("x", region.x).set("y", region.y);
    if (is_circle) {
      one.set("radius", region.width);
    } else {
      one.set("width", region.width).set("height", region.height);
    }
    one.set("key", place < key.is_key.size() && key.is_key[place]);
    one.set("weight", place < key.weights.size() ? Json(key.weights[place]) : Json());
    one.set("feedback", rich_or_null(prepared.feedback[place]));
    list.push(std::move(one));
  }
  return list;
}

Json JsonWriter::pairs(const BankQuestion& prepared) const {
  Json list = Json::array();
  for (std::size_t pair = 0; pair < prepared.left.size(); ++pair)
    list.push(Json::object().set("left", rich(prepared.left[pair])).set("right", rich(prepared.right[pair])));
  return list;
}

Json JsonWriter::spares(const BankQuestion& prepared) const {
  Json list = Json::array();
  for (std::size_t spare = prepared.left.size(); spare < prepared.right.size(); ++spare)
    list.push(rich(prepared.right[spare]));
  return list;
}

Json JsonWriter::gaps(const BankQuestion& prepared) const {
  Json list = Json::array();
  for (const text::Blank* gap : prepared.stem.gaps)
    list.push(Json::object()
                  .set("answer", gap->key ? Json(gap->key->answer) : Json())
                  .set("also", strings(gap->key ? gap->key->also : std::vector<std::string>{}))
                  .set("options", strings(gap->options))
                  .set("hint", text_or_null(gap->hint)));
  return list;
}

Json JsonWriter::rubric(const BankQuestion& prepared) const {
  if (prepared.rubric.empty()) return {};
  Json list = Json::array();
  for (const BankRubricRow& row : prepared.rubric) {
    Json levels = Json::array();
    for (const BankRubricRow::Level& level : row.levels)
      levels.push(Json::object().set("name", level.name).set("descriptor", rich(level.descriptor)));
    list.push(Json::object()
                  .set("criterion", rich(row.criterion))
                  .set("weight", row.weight)
                  .set("levels", std::move(levels)));
  }
  return list;
}

/// The members that a type alone has.
void JsonWriter::answer_form(Json& out, const BankQuestion& prepared) const {
  const model::Question& question = *prepared.question;
  const model::QuestionKey& key = prepared.key();
  if (std::holds_alternative<model::Choices>(question.form)) out.set("options", options(prepared));
  if (const auto* matching = std::get_if<model::Matching>(&question.form)) {
    out.set("left_header", text_or_null(matching->left_header));
    out.set("right_header", text_or_null(matching->right_header));
    out.set("pairs", pairs(prepared));
    out.set("spares", spares(prepared));
  }
  if (std::holds_alternative<model::Ordering>(question.form)) {
    Json items = Json::array();
    for (const RichText& item : prepared.right_order) items.push(rich(item));
    out.set("items", std::move(items));
  }
  if (std::holds_alternative<model::ShortText>(question.form)) {
    Json accepted = Json::array();
    for (const model::AcceptedText& text : key.accepted)
      accepted.push(Json::object().set("text", text.text).set("weight", text.weight));
    out.set("accepted", std::move(accepted));
    out.set("case_sensitive", question.case_sensitive);
  }
  if (const auto* number = std::get_if<model::Number>(&question.form)) {
    out.set("number", key.number);
    out.set("written", text_or_null(key.number_text));
    out.set("tolerance", key.tolerance);
    out.set("unit", text_or_null(number->unit));
  }
  if (std::holds_alternative<model::Cloze>(question.form)) {
    out.set("gaps", gaps(prepared));
    out.set("case_sensitive", question.case_sensitive);
  }
  if (const auto* hotspot = std::get_if<model::Hotspot>(&question.form)) {
    out.set("picture", hotspot->path).set("picture_text", hotspot->alternative);
    out.set("places", places(prepared, *hotspot));
  }
  if (const auto* free = std::get_if<model::FreeText>(&question.form)) {
    out.set("lines", free->lines);
    out.set("rubric", rubric(prepared));
  }
}

std::string_view name_of(model::QuestionPurpose purpose) {
  switch (purpose) {
    case model::QuestionPurpose::practice:
      return "practice";
    case model::QuestionPurpose::exam:
      return "exam";
    case model::QuestionPurpose::both:
      return "both";
  }
  return "both";
}

Json JsonWriter::question(const BankQuestion& prepared) const {
  const model::Question& question = *prepared.question;
  Json out = Json::object();
  out.set("id", question.id).set("type", model::name_of(question.type)).set("title", prepared.title);
  out.set("lesson", text_or_null(question.lesson)).set("stimulus", text_or_null(question.stimulus));
  out.set("stem", rich(prepared.stem));
  answer_form(out, prepared);
  out.set("solution", rich_or_null(prepared.solution));
  out.set("points", question.points).set("scoring", question.all_or_nothing ? "all" : "partial");
  out.set("shuffle", question.shuffle).set("use", name_of(question.purpose));
  out.set("objectives", strings(question.objectives));
  out.set("bloom", question.bloom ? Json(model::name_of(*question.bloom)) : Json());
  out.set("difficulty", question.difficulty ? Json(*question.difficulty) : Json());
  out.set("tags", strings(question.tags));
  out.set("source", text_or_null(question.source)).set("licence", text_or_null(question.licence));
  return out;
}

Json JsonWriter::write() const {
  Json questions = Json::array();
  for (const BankQuestion& prepared : bank_.questions) questions.push(question(prepared));
  return Json::object()
      .set("schema", schema_name)
      .set("course", course())
      .set("lessons", lessons())
      .set("objectives", objectives())
      .set("media", media())
      .set("questions", std::move(questions));
}

} // namespace

std::string write_json(const Bank& bank) {
  return to_text(JsonWriter(bank).write(), JsonStyle::indented);
}

} // namespace comb::emit::quiz_bank
