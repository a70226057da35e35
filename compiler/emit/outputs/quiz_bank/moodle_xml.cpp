// Moodle XML. One wrong character kills the whole file in the importer, so every text is CDATA or escaped, and no
// control character gets here.
#include "base/digest.hpp"
#include "base/xml_text.hpp"
#include "emit/outputs/quiz_bank/formats.hpp"
#include "emit/outputs/quiz_bank/moodle.hpp"
#include "emit/outputs/quiz_bank/moodle_cloze.hpp"
#include "emit/outputs/quiz_bank/places.hpp"
#include "typeset/deck_letters.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <variant>

namespace comb::emit::quiz_bank {
namespace {

constexpr int fraction_decimals = 5;
constexpr int number_decimals = 10;
constexpr int points_decimals = 7;

/// `html` as CDATA; `]]>` in two sections, for it would end the first.
std::string cdata(std::string_view html) {
  if (html.empty()) return {};
  std::string section = "<![CDATA[";
  std::size_t begin = 0;
  for (std::size_t end = html.find("]]>"); end != std::string_view::npos; end = html.find("]]>", begin)) {
    section += html.substr(begin, end - begin);
    section += "]]]]><![CDATA[>";
    begin = end + 3;
  }
  section += html.substr(begin);
  return section + "]]>";
}

class MoodleXmlWriter {
 public:
  MoodleXmlWriter(const Bank& bank, Losses& losses) : bank_(bank), losses_(losses) {
    for (const Medium& medium : bank.media.all())
      files_.push_back("<file name=\"" + medium.name + "\" path=\"/\" encoding=\"base64\">" +
                       to_base64(medium.image->bytes) + "</file>");
  }

  std::string write();

 private:
  void category(const BankQuestion& prepared, const std::string& path);
  void question(const BankQuestion& prepared);
  void note_losses(const BankQuestion& prepared);
  void opening(const BankQuestion& prepared, std::string_view type);
  void closing(const BankQuestion& prepared);

  void choices(const BankQuestion& prepared);
  void true_false(const BankQuestion& prepared, std::size_t true_index);
  void matching(const BankQuestion& prepared);
  void ordering(const BankQuestion& prepared);
  void short_answers(const BankQuestion& prepared);
  void number(const BankQuestion& prepared);
  void essay(const BankQuestion& prepared);
  void cloze(const BankQuestion& prepared);

  // Elements
  void leaf(std::string_view name, std::string_view value);
  void plain(std::string_view name, std::string_view text);
  void rich(std::string_view name, const RichText& text);
  void html_text(std::string_view name, const std::string& html, const std::vector<Picture>& pictures);
  void html_content(const std::string& html, const std::vector<Picture>& pictures);
  std::string html_of(const RichText& text) const;
  /// An option or a side of a pair: a paragraph of its own.
  std::string html_of_line(const RichText& text) const { return "<p>" + html_of(text) + "</p>"; }

  const Bank& bank_;
  Losses& losses_;
  std::vector<std::string> files_; ///< by medium
  std::string xml_;
};

void MoodleXmlWriter::leaf(std::string_view name, std::string_view value) {
  xml_.append("<").append(name).append(">").append(value).append("</").append(name).append(">\n");
}

void MoodleXmlWriter::plain(std::string_view name, std::string_view text) {
  leaf(name, "<text>" + escape_xml(text) + "</text>");
}

std::string MoodleXmlWriter::html_of(const RichText& text) const {
  return with_places(
      text, [&](const Picture& picture) { return picture_element(picture, bank_.media, "@@PLUGINFILE@@/"); }, gap_line);
}

/// The text and, beside it, each file that it shows once.
void MoodleXmlWriter::html_content(const std::string& html, const std::vector<Picture>& pictures) {
  xml_.append("<text>").append(cdata(html)).append("</text>");
  std::set<int> written;
  for (const Picture& picture : pictures)
    if (picture.medium >= 0 && written.insert(picture.medium).second)
      xml_.append(files_[static_cast<std::size_t>(picture.medium)]);
}

void MoodleXmlWriter::html_text(std::string_view name, const std::string& html, const std::vector<Picture>& pictures) {
  xml_.append("<").append(name).append(" format=\"html\">");
  html_content(html, pictures);
  xml_.append("</").append(name).append(">\n");
}

void MoodleXmlWriter::rich(std::string_view name, const RichText& text) {
  html_text(name, html_of(text), text.pictures);
}

void MoodleXmlWriter::category(const BankQuestion& prepared, const std::string& path) {
  xml_ += "<question type=\"category\">\n";
  plain("category", path);
  xml_ += "<info format=\"html\"><text></text></info>\n";
  const std::string& course = bank_.edition->info.id;
  leaf("idnumber", escape_xml(prepared.lesson ? course + "-" + bank_.lessons[*prepared.lesson].id : course));
  xml_ += "</question>\n";
}

void MoodleXmlWriter::opening(const BankQuestion& prepared, std::string_view type) {
  const model::Question& question = *prepared.question;
  xml_.append("<question type=\"").append(type).append("\">\n");
  plain("name", moodle_plain(prepared.title));
  if (question.type == model::QuestionType::cloze)
    html_text("questiontext", cloze_html(prepared, bank_.media), prepared.stem.pictures);
  else
    rich("questiontext", prepared.stem);
  rich("generalfeedback", prepared.solution);
  // Gaps bring their own points.
  if (question.type == model::QuestionType::description)
    leaf("defaultgrade", "0");
  else if (question.type != model::QuestionType::cloze)
    leaf("defaultgrade", decimal(question.points, points_decimals));
  leaf("penalty", "0.3333333");
  leaf("hidden", "0");
  leaf("idnumber", escape_xml(question.id));
}

void MoodleXmlWriter::closing(const BankQuestion& prepared) {
  if (!prepared.tags.empty()) {
    xml_ += "<tags>";
    for (const std::string& tag : prepared.tags) xml_ += "<tag><text>" + escape_xml(tag) + "</text></tag>";
    xml_ += "</tags>\n";
  }
  xml_ += "</question>\n";
}

void MoodleXmlWriter::choices(const BankQuestion& prepared) {
  const std::optional<std::vector<double>> fractions = moodle_fractions(prepared, losses_);
  if (!fractions) return;
  const model::Question& question = *prepared.question;
  const auto* form = std::get_if<model::Choices>(&question.form);
  const bool is_multiple = prepared.takes_several();
  const bool keeps_last = form != nullptr && std::ranges::any_of(form->options, &model::Option::locked_last);
  if (question.shuffle && keeps_last) losses_.add(Loss::lock_by_not_shuffling, question.id);
  opening(prepared, "multichoice");
  leaf("single", is_multiple ? "false" : "true");
  leaf("shuffleanswers", question.shuffle && !keeps_last && !prepared.is_hotspot() ? "true" : "false");
  // The letters of places stand on the picture, in their order.
  leaf("answernumbering", prepared.is_hotspot() ? "none" : "ABCD");
  // 「選一個或多個」: only where it tells something.
  leaf("showstandardinstruction", is_multiple ? "1" : "0");
  for (const std::string_view feedback : {"correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"})
    html_text(feedback, {}, {});
  if (is_multiple) xml_ += "<shownumcorrect/>\n";
  for (std::size_t option = 0; option < prepared.options.size(); ++option) {
    xml_ += "<answer fraction=\"" + decimal((*fractions)[option], fraction_decimals) + "\" format=\"html\">";
    // What is at a place may give it away; the picture shows its letter.
    const RichText shown =
        prepared.is_hotspot() ? render_plain(typeset::option_letter(option)) : prepared.options[option];
    html_content(html_of_line(shown), shown.pictures);
    xml_ += '\n';
    rich("feedback", prepared.feedback[option]);
    xml_ += "</answer>\n";
  }
  closing(prepared);
}

void MoodleXmlWriter::true_false(const BankQuestion& prepared, std::size_t true_index) {
  opening(prepared, "truefalse");
  for (const std::size_t option : {true_index, 1 - true_index}) {
    xml_ += prepared.key().is_key[option] ? "<answer fraction=\"100\"" : "<answer fraction=\"0\"";
    xml_ += " format=\"moodle_auto_format\"><text>";
    // Moodle knows the two by these very words.
    xml_ += option == true_index ? "true" : "false";
    xml_ += "</text>\n";
    rich("feedback", prepared.feedback[option]);
    xml_ += "</answer>\n";
  }
  closing(prepared);
}

void MoodleXmlWriter::matching(const BankQuestion& prepared) {
  opening(prepared, "matching");
  leaf("shuffleanswers", prepared.question->shuffle ? "true" : "false");
  for (std::size_t pair = 0; pair < prepared.right.size(); ++pair) {
    xml_ += "<subquestion format=\"html\">";
    if (pair < prepared.left.size())
      html_content(html_of_line(prepared.left[pair]), prepared.left[pair].pictures);
    else
      xml_ += "<text></text>"; // a spare answer
    xml_ += "\n<answer><text>" + escape_xml(moodle_plain(prepared.right[pair].plain)) + "</text></answer>\n";
    xml_ += "</subquestion>\n";
  }
  closing(prepared);
}

void MoodleXmlWriter::ordering(const BankQuestion& prepared) {
  losses_.add(Loss::ordering_needs_moodle5, prepared.question->id);
  opening(prepared, "ordering");
  leaf("layouttype", "VERTICAL");
  leaf("selecttype", "ALL");
  leaf("selectcount", std::to_string(prepared.right_order.size()));
  leaf("gradingtype", prepared.question->all_or_nothing ? "ALL_OR_NOTHING" : "ABSOLUTE_POSITION");
  leaf("showgrading", "SHOW");
  leaf("numberingstyle", "123");
  // Without it the importer stops at a column that may not be null.
  leaf("shownumcorrect", "1");
  for (std::size_t place = 0; place < prepared.right_order.size(); ++place) {
    xml_ += "<answer fraction=\"" + std::to_string(place + 1) + "\" format=\"html\">";
    html_content(html_of_line(prepared.right_order[place]), prepared.right_order[place].pictures);
    xml_ += "</answer>\n";
  }
  closing(prepared);
}

void MoodleXmlWriter::short_answers(const BankQuestion& prepared) {
  opening(prepared, "shortanswer");
  leaf("usecase", prepared.question->case_sensitive ? "1" : "0");
  for (const model::AcceptedText& accepted : prepared.key().accepted) {
    const double fraction = moodle_fraction(accepted.weight, prepared.question->id, losses_);
    xml_ += "<answer fraction=\"" + decimal(fraction, fraction_decimals) + "\" format=\"moodle_auto_format\"><text>" +
            escape_xml(moodle_answer(accepted.text)) + "</text>";
    html_text("feedback", {}, {});
    xml_ += "</answer>\n";
  }
  closing(prepared);
}

void MoodleXmlWriter::number(const BankQuestion& prepared) {
  opening(prepared, "numerical");
  xml_ += "<answer fraction=\"100\" format=\"moodle_auto_format\"><text>" +
          decimal(prepared.key().number, number_decimals) + "</text>";
  html_text("feedback", {}, {});
  leaf("tolerance", decimal(prepared.key().tolerance, number_decimals));
  xml_ += "</answer>\n";
  const auto* form = std::get_if<model::Number>(&prepared.question->form);
  const bool has_unit = form != nullptr && !form->unit.empty();
  if (has_unit)
    xml_ +=
        "<units><unit><multiplier>1</multiplier><unit_name>" + escape_xml(form->unit) + "</unit_name></unit></units>\n";
  leaf("unitgradingtype", "0");
  leaf("unitpenalty", "0.1");
  leaf("showunits", has_unit ? "0" : "3"); // 0: may be typed, 3: none
  leaf("unitsleft", "0");
  closing(prepared);
}

/// Moodle's form offers these heights only.
std::string_view field_lines(int lines) {
  struct Height {
    int lines;
    std::string_view text;
  };
  constexpr std::array<Height, 8> heights = {Height{5, "5"}, {10, "10"}, {15, "15"}, {20, "20"},
                                             {25, "25"},     {30, "30"}, {35, "35"}, {40, "40"}};
  const auto fitting = std::ranges::find_if(heights, [&](const Height& height) { return height.lines >= lines; });
  return fitting == heights.end() ? heights.back().text : fitting->text;
}

void MoodleXmlWriter::essay(const BankQuestion& prepared) {
  opening(prepared, "essay");
  const auto* form = std::get_if<model::FreeText>(&prepared.question->form);
  leaf("responseformat", "editor");
  leaf("responserequired", "1");
  leaf("responsefieldlines", field_lines(form == nullptr ? 0 : form->lines));
  leaf("attachments", "0");
  leaf("attachmentsrequired", "0");
  if (!prepared.rubric.empty()) losses_.add(Loss::rubric_as_note, prepared.question->id);
  std::string table;
  std::vector<Picture> pictures;
  for (const BankRubricRow& row : prepared.rubric) {
    table +=
        "<tr><th>" + html_of(row.criterion) + (row.weight > 0 ? " (" + decimal(row.weight, 2) + ")" : "") + "</th>";
    for (const BankRubricRow::Level& level : row.levels)
      table += "<td><strong>" + escape(level.name).str() + "</strong> " + html_of(level.descriptor) + "</td>";
    table += "</tr>";
  }
  html_text("graderinfo", table.empty() ? table : "<table><tbody>" + table + "</tbody></table>", pictures);
  html_text("responsetemplate", {}, {});
  closing(prepared);
}

void MoodleXmlWriter::cloze(const BankQuestion& prepared) {
  opening(prepared, "cloze");
  closing(prepared);
}

void MoodleXmlWriter::note_losses(const BankQuestion& prepared) {
  note_moodle_losses(prepared, losses_);
  const auto lacks_file = [](const RichText& text) {
    return std::ranges::any_of(text.pictures, [](const Picture& picture) { return picture.medium < 0; });
  };
  if (lacks_file(prepared.stem) || lacks_file(prepared.solution) || std::ranges::any_of(prepared.options, lacks_file) ||
      std::ranges::any_of(prepared.feedback, lacks_file))
    losses_.add(Loss::missing_picture, prepared.question->id);
  if (prepared.question->type == model::QuestionType::cloze) note_cloze_losses(prepared, losses_);
}

void MoodleXmlWriter::question(const BankQuestion& prepared) {
  note_losses(prepared);
  switch (prepared.question->type) {
    case model::QuestionType::single:
    case model::QuestionType::multiple:
    case model::QuestionType::hotspot:
      return choices(prepared);
    case model::QuestionType::true_false:
      if (const auto index = true_option(prepared)) return true_false(prepared, *index);
      return choices(prepared);
    case model::QuestionType::matching:
      return matching(prepared);
    case model::QuestionType::ordering:
      return ordering(prepared);
    case model::QuestionType::short_answer:
      return short_answers(prepared);
    case model::QuestionType::numeric:
      return number(prepared);
    case model::QuestionType::cloze:
      return cloze(prepared);
    case model::QuestionType::essay:
    case model::QuestionType::performance:
      return essay(prepared);
    case model::QuestionType::description:
      opening(prepared, "description");
      return closing(prepared);
  }
}

std::string MoodleXmlWriter::write() {
  xml_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n";
  std::string category_now;
  for (const BankQuestion& prepared : bank_.questions) {
    std::string path = category_path(bank_, prepared);
    if (path != category_now) category(prepared, path);
    category_now = std::move(path);
    question(prepared);
  }
  xml_ += "</quiz>\n";
  return std::move(xml_);
}

} // namespace

std::string write_moodle_xml(const Bank& bank, Losses& losses) {
  return MoodleXmlWriter(bank, losses).write();
}

} // namespace comb::emit::quiz_bank
