// Parts to HTML that any item bank shows: semantic elements, no classes to rely on, no script.
#include "emit/outputs/quiz_bank/rich_text.hpp"

#include "base/overloaded.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <utility>

namespace comb::emit::quiz_bank {
namespace {

class HtmlWriter {
 public:
  HtmlWriter(RichText& out, MediaLibrary& media, Blanks blanks) : out_(out), media_(media), blanks_(blanks) {}

  void blocks(const model::Parts& parts) {
    for (const model::Part& part : parts) block(part);
  }
  void line(const text::Inlines& inlines) {
    for (const text::Inline& piece : inlines) inline_piece(piece);
  }

 private:
  template <std::size_t size>
  void markup(const char (&literal)[size]) {
    out_.html += Html::markup(literal);
  }
  void words(std::string_view text) { out_.html += escape(without_control_characters(text)); }
  template <std::size_t opening_size, std::size_t closing_size>
  void element(const char (&opening)[opening_size], const text::Inlines& inlines, const char (&closing)[closing_size]) {
    markup(opening);
    line(inlines);
    markup(closing);
  }
  template <std::size_t opening_size, std::size_t closing_size>
  void caption(const char (&opening)[opening_size], const text::Inlines& inlines, const char (&closing)[closing_size]) {
    if (!inlines.empty()) element(opening, inlines, closing);
  }
  void formatted() { out_.is_formatted = true; }

  // The library appends a digit string between two control characters, which `escape` never lets through.
  void place(const Html& mark, std::size_t index) {
    out_.html += mark;
    words(std::to_string(index));
    out_.html += mark;
  }
  void picture(std::string_view path, const std::shared_ptr<const images::Image>& image, std::string_view alternative,
               double width) {
    formatted();
    place(Html::markup("\x02"), out_.pictures.size());
    out_.pictures.push_back(
        {.medium = media_.index_of(path, image), .alternative = std::string(alternative), .width = width});
  }
  void gap(const text::Blank& blank) {
    if (blanks_ == Blanks::answered) {
      if (blank.key) words(blank.key->answer);
      return;
    }
    place(Html::markup("\x01"), out_.gaps.size());
    out_.gaps.push_back(&blank);
  }

  void inline_piece(const text::Inline& piece);
  void block(const model::Part& part);
  void content(const model::Part& part);
  void list(const model::List& list);
  void table(const model::Table& table);
  void row(const std::vector<model::Cell>& cells, const model::Table& table);
  void figure(const model::Figure& figure);
  void dialogue(const model::Dialogue& dialogue);
  void rubric(const model::Rubric& rubric);
  void steps(const std::vector<model::Step>& steps);
  void labelled(std::string_view label, const text::Inlines& title);
  void link(const text::Link& link);

  RichText& out_;
  MediaLibrary& media_;
  Blanks blanks_;
};

void HtmlWriter::link(const text::Link& link) {
  markup("<a href=\"");
  words(link.url);
  markup("\">");
  line(link.children);
  markup("</a>");
}

void HtmlWriter::inline_piece(const text::Inline& piece) {
  if (!std::holds_alternative<text::Run>(piece.content) && !std::holds_alternative<text::Blank>(piece.content) &&
      !std::holds_alternative<text::Reference>(piece.content) && !std::holds_alternative<text::TermUse>(piece.content))
    formatted();
  std::visit(Overloaded{
                 [&](const text::Run& run) { words(run.text); },
                 [&](const text::Emphasis& emphasis) { element("<em>", emphasis.children, "</em>"); },
                 [&](const text::Strong& strong) { element("<strong>", strong.children, "</strong>"); },
                 [&](const text::Strikethrough& struck) { element("<del>", struck.children, "</del>"); },
                 [&](const text::Code& code) {
                   markup("<code>");
                   words(code.text);
                   markup("</code>");
                 },
                 [&](const text::LineBreak&) { markup("<br>"); },
                 [&](const text::Link& target) { link(target); },
                 [&](const text::Image& image) { picture(image.path, nullptr, image.alternative, 0); },
                 [&](const text::FootnoteReference& note) {
                   markup("<sup>");
                   words(note.label);
                   markup("</sup>");
                 },
                 // Assemble has replaced every variable, and the edition has taken out what trainers alone may see.
                 [&](const text::Variable&) {},
                 [&](const text::TrainerText&) {},
                 [&](const text::Reference& use) { words(use.text.empty() ? use.target : use.text); },
                 [&](const text::TermUse& use) { words(use.text); },
                 [&](const text::Fill& fill) {
                   if (fill.text) words(*fill.text);
                 },
                 [&](const text::Blank& blank) { gap(blank); },
             },
             piece.content);
}

void HtmlWriter::list(const model::List& list) {
  formatted();
  if (!list.ordered) {
    markup("<ul>");
  } else if (list.start == 1) {
    markup("<ol>");
  } else {
    markup("<ol start=\"");
    words(std::to_string(list.start));
    markup("\">");
  }
  for (const model::ListItem& item : list.items) {
    markup("<li>");
    // A tight list holds one line an item: no paragraph around it.
    if (list.tight && item.children.size() == 1 && std::holds_alternative<model::Prose>(item.children[0].content))
      line(std::get<model::Prose>(item.children[0].content).content);
    else
      blocks(item.children);
    markup("</li>");
  }
  list.ordered ? markup("</ol>") : markup("</ul>");
}

void HtmlWriter::row(const std::vector<model::Cell>& cells, const model::Table& table) {
  markup("<tr>");
  for (std::size_t column = 0; column < cells.size(); ++column) {
    const bool names_row = table.header_column && column == 0;
    names_row ? element("<th scope=\"row\">", cells[column].content, "</th>")
              : element("<td>", cells[column].content, "</td>");
  }
  markup("</tr>");
}

void HtmlWriter::table(const model::Table& table) {
  formatted();
  markup("<table>");
  caption("<caption>", table.caption, "</caption>");
  if (!table.header.empty()) {
    markup("<thead><tr>");
    for (const model::Cell& cell : table.header) element("<th scope=\"col\">", cell.content, "</th>");
    markup("</tr></thead>");
  }
  markup("<tbody>");
  for (const auto& cells : table.rows) row(cells, table);
  markup("</tbody></table>");
}

void HtmlWriter::figure(const model::Figure& figure) {
  // Not `figure`: the cleaners of some systems drop elements of HTML 5.
  markup("<p>");
  const double natural = figure.image ? figure.image->width : 0;
  // A share of the measure: 640 pixels is what item banks give a question on a laptop.
  picture(figure.path, figure.image, figure.alternative, figure.width ? *figure.width * 640 : std::min(natural, 640.0));
  markup("</p>");
  caption("<p><small>", figure.caption, "</small></p>");
}

void HtmlWriter::dialogue(const model::Dialogue& dialogue) {
  formatted();
  for (const model::Turn& turn : dialogue.turns) {
    markup("<p><strong>");
    words(turn.speaker);
    markup("</strong> ");
    line(turn.text);
    markup("</p>");
  }
}

void HtmlWriter::rubric(const model::Rubric& rubric) {
  formatted();
  markup("<table><tbody>");
  for (const model::RubricRow& row : rubric.rows) {
    element("<tr><th scope=\"row\">", row.criterion, "</th>");
    for (const model::RubricLevel& level : row.levels) {
      markup("<td>");
      if (!level.name.empty()) {
        markup("<strong>");
        words(level.name);
        markup("</strong> ");
      }
      line(level.descriptor);
      markup("</td>");
    }
    markup("</tr>");
  }
  markup("</tbody></table>");
}

void HtmlWriter::steps(const std::vector<model::Step>& steps) {
  formatted();
  markup("<ol>");
  for (const model::Step& step : steps) element("<li>", step.text, "</li>");
  markup("</ol>");
}

void HtmlWriter::labelled(std::string_view label, const text::Inlines& title) {
  if (label.empty() && title.empty()) return;
  formatted();
  markup("<p><strong>");
  words(label);
  if (!label.empty() && !title.empty()) markup(" ");
  line(title);
  markup("</strong></p>");
}

void HtmlWriter::block(const model::Part& part) {
  if (part.lang.empty()) return content(part);
  Html before = std::exchange(out_.html, {});
  content(part);
  before += with_language(out_.html, part.lang);
  out_.html = std::move(before);
}

void HtmlWriter::content(const model::Part& part) {
  std::visit(Overloaded{
                 [&](const model::Heading& heading) {
                   formatted();
                   element("<h4>", heading.content, "</h4>");
                 },
                 [&](const model::Prose& prose) { element("<p>", prose.content, "</p>"); },
                 [&](const model::List& items) { list(items); },
                 [&](const model::Table& cells) { table(cells); },
                 [&](const model::Quote& quote) {
                   formatted();
                   markup("<blockquote>");
                   blocks(quote.children);
                   markup("</blockquote>");
                 },
                 [&](const model::Code& code) {
                   formatted();
                   markup("<pre><code>");
                   words(code.text);
                   markup("</code></pre>");
                 },
                 [&](const model::Figure& drawn) { figure(drawn); },
                 [&](const model::Diagram& diagram) {
                   formatted();
                   caption("<p>", diagram.caption, "</p>");
                   markup("<p>");
                   words(diagram.alternative);
                   markup("</p>");
                 },
                 [&](const model::Dialogue& turns) { dialogue(turns); },
                 [&](const model::Box& box) {
                   labelled(box.label, box.title);
                   blocks(box.children);
                 },
                 [&](const model::Columns& columns) {
                   for (const model::Parts& column : columns.columns) blocks(column);
                 },
                 [&](const model::Card& card) {
                   labelled(card.name, {});
                   blocks(card.front);
                 },
                 [&](const model::Steps& listed) { steps(listed.steps); },
                 [&](const model::Checklist& checklist) {
                   formatted();
                   markup("<ul>");
                   for (const model::ChecklistItem& item : checklist.items) element("<li>", item.text, "</li>");
                   markup("</ul>");
                 },
                 [&](const model::Rubric& rows) { rubric(rows); },
                 // A bank has no pages, no clock and no room to write: the item player brings its own.
                 [](const model::QuestionUse&) {},
                 [](const model::WritingSpace&) {},
                 [](const model::Timer&) {},
                 [](const model::Branching&) {},
                 [](const model::Directory&) {},
                 [](const model::Break&) {},
                 [](const model::Note&) {},
             },
             part.content);
}

} // namespace

RichText render(const model::Parts& parts, MediaLibrary& media, Blanks blanks) {
  RichText text;
  HtmlWriter(text, media, blanks).blocks(parts);
  text.plain = plain_text_of(parts, blanks);
  return text;
}

RichText render(const text::Inlines& inlines, MediaLibrary& media) {
  RichText text;
  HtmlWriter(text, media, Blanks::answered).line(inlines);
  text.plain = plain_text_of(inlines);
  return text;
}

RichText render_plain(std::string_view text) {
  RichText rich;
  rich.plain = without_control_characters(text);
  rich.html = escape(rich.plain);
  return rich;
}

std::string without_control_characters(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const unsigned char byte = static_cast<unsigned char>(text[offset]);
    if (byte >= 0x20 && byte < 0x7F) {
      clean += text[offset++];
      continue;
    }
    const DecodedCharacter decoded = decode_at(text, offset);
    const char32_t character = decoded.character;
    const bool is_bad_byte = character == replacement_character && decoded.byte_count == 1;
    const bool is_noncharacter = (character & 0xFFFEU) == 0xFFFEU;
    const bool keeps =
        character == U'\n' || character == U'\t' || (!is_control(character) && !is_noncharacter && !is_bad_byte);
    if (keeps) clean.append(text.substr(offset, decoded.byte_count));
    offset += decoded.byte_count;
  }
  return clean;
}

} // namespace comb::emit::quiz_bank
