// The sentences of fidelity.md in English, both scripts of Chinese and Japanese. Written for a course designer: what a
// learner will see, and what to do about it.
#include "emit/outputs/quiz_bank/fidelity_words.hpp"

namespace comb::emit::quiz_bank {
namespace {

enum class Language : std::uint8_t { english, traditional, simplified, japanese };

/// `ja…` is Japanese, `zh-CN`, `zh-SG` and `zh-Hans…` are Simplified, other Chinese Traditional.
Language language_of(std::string_view tag) {
  if (tag == "ja" || tag.starts_with("ja-")) return Language::japanese;
  if (tag != "zh" && !tag.starts_with("zh-")) return Language::english;
  const bool is_simplified = tag.find("Hans") != std::string_view::npos ||
                             (tag.find("Hant") == std::string_view::npos &&
                              (tag.find("-CN") != std::string_view::npos || tag.find("-SG") != std::string_view::npos));
  return is_simplified ? Language::simplified : Language::traditional;
}

constexpr ReportWords english = {
    .title = "The quiz bank of {}: what each file holds",
    .introduction =
        "{}. Each importer takes something else; this page says what each file could not carry, so that "
        "you can mend it after the import or choose another file. What is not named below is complete.",
    .table_header = "| file | for | complete | changed | left out |",
    .complete = "Nothing is lost.",
    .questions = "{} questions",
    .one_question = "1 question",
    .counted = " ({})",
    .all_questions = "all questions",
    .json_use = "our own tools; keeps everything",
    .moodle_xml_use = "Moodle: the first choice there",
    .gift_use = "Moodle and small tools: text only",
    .csv_use = "Excel and other spreadsheets, for review",
    .colon = ": ",
    .joint = ", "};

constexpr ReportWords traditional = {
    .title = "「{}」題庫：每個檔案帶了什麼",
    .introduction =
        "共 {}。每個平台能匯入的內容不同；這一頁說明每個檔案帶不走什麼，方便您匯入後補上"
        "，或改用另一個檔案。下面沒有提到的內容都完整。",
    .table_header = "| 檔案 | 用在 | 完整 | 有更動 | 未收入 |",
    .complete = "內容完整，沒有遺漏。",
    .questions = "{} 題",
    .one_question = "1 題",
    .counted = "（{}）",
    .all_questions = "全部題目",
    .json_use = "自家工具交換；保留全部內容",
    .moodle_xml_use = "Moodle 首選",
    .gift_use = "Moodle 與小工具；只有文字",
    .csv_use = "Excel 等試算表，方便審題",
    .colon = "：",
    .joint = "、"};

constexpr ReportWords simplified = {
    .title = "“{}”题库：每个文件带了什么",
    .introduction =
        "共 {}。每个平台能导入的内容不同；这一页说明每个文件带不走什么，方便您导入后补上，"
        "或改用另一个文件。下面没有提到的内容都完整。",
    .table_header = "| 文件 | 用于 | 完整 | 有改动 | 未收入 |",
    .complete = "内容完整，没有遗漏。",
    .questions = "{} 题",
    .one_question = "1 题",
    .counted = "（{}）",
    .all_questions = "全部题目",
    .json_use = "自家工具交换；保留全部内容",
    .moodle_xml_use = "Moodle 首选",
    .gift_use = "Moodle 与小工具；只有文字",
    .csv_use = "Excel 等电子表格，方便审题",
    .colon = "：",
    .joint = "、"};

constexpr ReportWords japanese = {
    .title = "「{}」の問題バンク：各ファイルの内容",
    .introduction =
        "全{}。取り込める内容は学習システムごとに違います。このページには、各ファイルに"
        "入れられなかったものを挙げます。取り込んだ後に補うか、別のファイルを選んでください。"
        "ここに書かれていないものは、すべてそのまま入っています。",
    .table_header = "| ファイル | 用途 | 完全 | 変更あり | 収録なし |",
    .complete = "失われたものはありません。",
    .questions = "{}問",
    .one_question = "1問",
    .counted = "（{}）",
    .all_questions = "すべての問題",
    .json_use = "自前のツール用。すべてを保持",
    .moodle_xml_use = "Moodle にはまずこれ",
    .gift_use = "Moodle や小さなツール用。文字だけ",
    .csv_use = "Excel などの表計算ソフトで問題を見直すとき",
    .colon = "：",
    .joint = "、"};

std::string_view in_english(Loss loss) {
  switch (loss) {
    case Loss::left_out_cloze:
      return "Left out: this format has no gap texts. Take them from `bank.moodle.xml`";
    case Loss::left_out_arrow:
      return "Left out: an accepted answer holds `->`, which this format reads as a matching pair. Take them from "
             "`bank.moodle.xml`";
    case Loss::left_out_weights:
      return "Left out: Moodle has no equal fractions for so many right options. Use fewer, or split the question";
    case Loss::weights_made_equal:
      return "The weights of the right options are not fractions that Moodle knows; they share 100 % in equal parts";
    case Loss::weight_rounded:
      return "A weight is not a fraction that Moodle knows; the nearest one is used";
    case Loss::all_or_nothing:
      return "Meant to give all points or none; Moodle gives part of them for part of the right options (a wrong one "
             "costs all)";
    case Loss::points:
      return "The points are not carried; each question counts 1. Set them after the import";
    case Loss::cloze_points:
      return "The points do not divide evenly over the gaps; each gap counts 1";
    case Loss::picture:
      return "The picture is left out; its description stands in its place";
    case Loss::missing_picture:
      return "The picture's file was not at hand; its description stands in its place";
    case Loss::rubric:
      return "The rubric is left out";
    case Loss::rubric_as_note:
      return "The rubric stands in the notes for graders as a table, not as a form to click";
    case Loss::performance_as_essay:
      return "A task that a trainer observes becomes a question to answer in writing; mark it by hand";
    case Loss::ordering_as_matching:
      return "Putting in order becomes matching: each place with its item, marked in the same way";
    case Loss::ordering_needs_moodle5:
      return "Needs Moodle 5, or the ordering plugin in older versions";
    case Loss::hotspot_as_choice:
      return "A place on a picture is chosen by its letter instead of a click";
    case Loss::unit:
      return "The unit is left out; learners type the number alone";
    case Loss::case_sensitivity:
      return "Capital and small letters are not told apart";
    case Loss::shuffles:
      return "The options should keep their order, but this format cannot say so; switch shuffling off after the "
             "import";
    case Loss::lock:
      return "An option should stay last, but this format cannot say so; switch shuffling off after the import";
    case Loss::lock_by_not_shuffling:
      return "An option should stay last, which Moodle cannot do while shuffling; shuffling is switched off for the "
             "question";
    case Loss::true_false_as_choice:
      return "The two options say more than yes and no; the question becomes a single choice so that their words stay";
    case Loss::plain_answers:
      return "Answers to match are plain text here; their emphasis, links and pictures are left out";
    case Loss::formatting:
      return "Texts are plain: emphasis, lists and tables lose their form";
    case Loss::shared_case:
      return "The question belongs to a case, whose text is not in the file. Give it to the learners beside the quiz";
    case Loss::scenario_as_row:
      return "A scenario becomes a row of questions: they follow each other whatever is chosen. The story itself is on "
             "the slides "
             "and in the workbook";
    case Loss::provenance:
      return "Source and licence are not carried";
    case Loss::hint:
      return "The hint of a gap stands behind it in brackets";
    case Loss::formula_guard:
      return "A cell that a spreadsheet could take for a formula begins with an apostrophe ('). Remove it if a program "
             "reads the file";
  }
  return {};
}

std::string_view in_traditional(Loss loss) {
  switch (loss) {
    case Loss::left_out_cloze:
      return "未收入：此格式沒有填空題。請改用 `bank.moodle.xml`";
    case Loss::left_out_arrow:
      return "未收入：可接受的答案含有 `->`，此格式會當成配對題。請改用 `bank.moodle.xml`";
    case Loss::left_out_weights:
      return "未收入：正解太多，Moodle 沒有這樣的平均配分。請減少正解或拆成兩題";
    case Loss::weights_made_equal:
      return "正解的配分不在 Moodle 的清單裡，改為平均分配 100 %";
    case Loss::weight_rounded:
      return "配分不在 Moodle 的清單裡，改用最接近的一個";
    case Loss::all_or_nothing:
      return "原本全對才給分；Moodle 答對一部分就給一部分（選錯一個則扣光）";
    case Loss::points:
      return "不帶配分，每題都算 1 分。請在匯入後調整";
    case Loss::cloze_points:
      return "分數無法平均分給各空格，每格算 1 分";
    case Loss::picture:
      return "不帶圖片，原處改放圖片說明文字";
    case Loss::missing_picture:
      return "找不到圖檔，原處改放圖片說明文字";
    case Loss::rubric:
      return "不帶評分規準";
    case Loss::rubric_as_note:
      return "評分規準以表格放在給評分者的說明裡，不能點選給分";
    case Loss::performance_as_essay:
      return "由講師觀察的實作題變成書面作答題，請人工評分";
    case Loss::ordering_as_matching:
      return "排序題改成配對題：把名次配上項目，計分方式相同";
    case Loss::ordering_needs_moodle5:
      return "需要 Moodle 5，或在舊版安裝 ordering 外掛";
    case Loss::hotspot_as_choice:
      return "圖上選點的題目改成選代號，不是點選圖上的位置";
    case Loss::unit:
      return "不帶單位，學員只填數字";
    case Loss::case_sensitivity:
      return "不分大小寫";
    case Loss::shuffles:
      return "選項本來不該打散，但此格式無法註明。請在匯入後關閉隨機排列";
    case Loss::lock:
      return "有選項本來固定在最後，但此格式無法註明。請在匯入後關閉隨機排列";
    case Loss::lock_by_not_shuffling:
      return "有選項固定在最後，Moodle 隨機排列時做不到，因此這一題不隨機排列";
    case Loss::true_false_as_choice:
      return "兩個選項不只是「對、錯」，改成單選題以保留原來的文字";
    case Loss::plain_answers:
      return "配對的答案只能是純文字，粗體、連結與圖片都不帶";
    case Loss::formatting:
      return "全部是純文字：粗體、清單與表格失去格式";
    case Loss::shared_case:
      return "題目屬於某個個案，但檔案裡沒有個案全文。請在測驗旁另外提供給學員";
    case Loss::scenario_as_row:
      return "情境演練成為一連串題目，依序出現，不隨選擇分岔；會分岔的故事在投影片與學員手冊裡";
    case Loss::provenance:
      return "不帶出處與授權";
    case Loss::hint:
      return "空格的提示放在空格後的括號裡";
    case Loss::formula_guard:
      return "可能被試算表當成公式的儲存格，前面加了一個撇號（'）。若由程式讀取，請先去掉";
  }
  return {};
}

std::string_view in_simplified(Loss loss) {
  switch (loss) {
    case Loss::left_out_cloze:
      return "未收入：此格式没有填空题。请改用 `bank.moodle.xml`";
    case Loss::left_out_arrow:
      return "未收入：可接受的答案含有 `->`，此格式会当成配对题。请改用 `bank.moodle.xml`";
    case Loss::left_out_weights:
      return "未收入：正确选项太多，Moodle 没有这样的平均分值。请减少正确选项或拆成两题";
    case Loss::weights_made_equal:
      return "正确选项的分值不在 Moodle 的列表里，改为平均分配 100 %";
    case Loss::weight_rounded:
      return "分值不在 Moodle 的列表里，改用最接近的一个";
    case Loss::all_or_nothing:
      return "原本全对才给分；Moodle 答对一部分就给一部分（选错一个则扣光）";
    case Loss::points:
      return "不带分值，每题都算 1 分。请在导入后调整";
    case Loss::cloze_points:
      return "分数无法平均分给各空，每空算 1 分";
    case Loss::picture:
      return "不带图片，原处改放图片说明文字";
    case Loss::missing_picture:
      return "找不到图片文件，原处改放图片说明文字";
    case Loss::rubric:
      return "不带评分标准";
    case Loss::rubric_as_note:
      return "评分标准以表格放在给评分者的说明里，不能点选给分";
    case Loss::performance_as_essay:
      return "由讲师观察的实操题变成书面作答题，请人工评分";
    case Loss::ordering_as_matching:
      return "排序题改成配对题：把名次配上项目，计分方式相同";
    case Loss::ordering_needs_moodle5:
      return "需要 Moodle 5，或在旧版安装 ordering 插件";
    case Loss::hotspot_as_choice:
      return "图上选点的题目改成选代号，不是点选图上的位置";
    case Loss::unit:
      return "不带单位，学员只填数字";
    case Loss::case_sensitivity:
      return "不分大小写";
    case Loss::shuffles:
      return "选项本来不该打乱，但此格式无法注明。请在导入后关闭随机排列";
    case Loss::lock:
      return "有选项本来固定在最后，但此格式无法注明。请在导入后关闭随机排列";
    case Loss::lock_by_not_shuffling:
      return "有选项固定在最后，Moodle 随机排列时做不到，因此这一题不随机排列";
    case Loss::true_false_as_choice:
      return "两个选项不只是“对、错”，改成单选题以保留原来的文字";
    case Loss::plain_answers:
      return "配对的答案只能是纯文本，粗体、链接与图片都不带";
    case Loss::formatting:
      return "全部是纯文本：粗体、列表与表格失去格式";
    case Loss::shared_case:
      return "题目属于某个案例，但文件里没有案例全文。请在测验旁另外提供给学员";
    case Loss::scenario_as_row:
      return "情境演练成为一连串题目，依次出现，不随选择分岔；会分岔的故事在幻灯片与学员手册里";
    case Loss::provenance:
      return "不带出处与授权";
    case Loss::hint:
      return "空格的提示放在空格后的括号里";
    case Loss::formula_guard:
      return "可能被电子表格当成公式的单元格，前面加了一个撇号（'）。若由程序读取，请先去掉";
  }
  return {};
}

std::string_view in_japanese(Loss loss) {
  switch (loss) {
    case Loss::left_out_cloze:
      return "収録なし：この形式には穴埋め問題がありません。`bank.moodle.xml` を使ってください";
    case Loss::left_out_arrow:
      return "収録なし：正答に `->` があり、この形式では組み合わせ問題と読まれます。`bank.moodle.xml` を使ってください";
    case Loss::left_out_weights:
      return "収録なし：正しい選択肢が多すぎて、Moodle に等分の配点がありません。数を減らすか、問題を分けてください";
    case Loss::weights_made_equal:
      return "正しい選択肢の配点が Moodle の一覧にないため、100 % を等分しました";
    case Loss::weight_rounded:
      return "配点が Moodle の一覧にないため、最も近いものにしました";
    case Loss::all_or_nothing:
      return "全部正しいときだけ得点する問題ですが、Moodle では一部の正解にも部分点が付きます"
             "（誤りを1つ選ぶと0点）";
    case Loss::points:
      return "配点は入りません。どの問題も1点です。取り込んだ後に設定してください";
    case Loss::cloze_points:
      return "点数を空欄の数で割り切れないため、空欄1つを1点にしました";
    case Loss::picture:
      return "画像は入りません。代わりに説明文が入ります";
    case Loss::missing_picture:
      return "画像ファイルが見つかりません。代わりに説明文が入ります";
    case Loss::rubric:
      return "評価基準は入りません";
    case Loss::rubric_as_note:
      return "評価基準は、採点者向けの説明の中に表として入ります。クリックして採点することはできません";
    case Loss::performance_as_essay:
      return "講師が観察する課題は、文章で答える問題になります。手で採点してください";
    case Loss::ordering_as_matching:
      return "並べ替え問題は、順番と項目の組み合わせ問題になります。採点方法は同じです";
    case Loss::ordering_needs_moodle5:
      return "Moodle 5、または以前の版では ordering プラグインが必要です";
    case Loss::hotspot_as_choice:
      return "図上の位置を選ぶ問題は、クリックの代わりに記号を選ぶ問題になります";
    case Loss::unit:
      return "単位は入りません。受講者は数だけを入力します";
    case Loss::case_sensitivity:
      return "大文字と小文字を区別しません";
    case Loss::shuffles:
      return "選択肢の順番を保つべき問題ですが、この形式では指定できません。取り込んだ後にシャッフルを切ってください";
    case Loss::lock:
      return "最後に置くべき選択肢がありますが、この形式では指定できません。取り込んだ後にシャッフルを切ってください";
    case Loss::lock_by_not_shuffling:
      return "最後に置くべき選択肢がありますが、Moodle のシャッフルではできないため、この問題はシャッフルしません";
    case Loss::true_false_as_choice:
      return "2つの選択肢が正誤以上のことを述べているため、言葉を残して単一選択問題にしました";
    case Loss::plain_answers:
      return "組み合わせの答えは文字だけです。強調、リンク、画像は入りません";
    case Loss::formatting:
      return "文字だけになります。強調、箇条書き、表の形は失われます";
    case Loss::shared_case:
      return "事例に属する問題ですが、事例の本文はファイルに入りません。テストとは別に受講者へ渡してください";
    case Loss::scenario_as_row:
      return "シナリオは一続きの問題になり、選んだ答えにかかわらず順に出ます。分岐する物語はスライドとワークブックにあ"
             "ります";
    case Loss::provenance:
      return "出典とライセンスは入りません";
    case Loss::hint:
      return "空欄のヒントは、空欄の後の括弧に入ります";
    case Loss::formula_guard:
      return "表計算ソフトが数式と取り違えそうなセルは、先頭にアポストロフィ（'）を付けました。プログラムで"
             "読むときは取り除いてください";
  }
  return {};
}

} // namespace

const ReportWords& report_words(std::string_view lang) {
  switch (language_of(lang)) {
    case Language::english:
      return english;
    case Language::traditional:
      return traditional;
    case Language::simplified:
      return simplified;
    case Language::japanese:
      return japanese;
  }
  return english;
}

std::string_view explain(Loss loss, std::string_view lang) {
  switch (language_of(lang)) {
    case Language::english:
      return in_english(loss);
    case Language::traditional:
      return in_traditional(loss);
    case Language::simplified:
      return in_simplified(loss);
    case Language::japanese:
      return in_japanese(loss);
  }
  return {};
}

} // namespace comb::emit::quiz_bank
