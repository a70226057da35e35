// The measures of a slide in CSS pixels. The style sheet of the theme draws with the same numbers: a change here is a
// change in `themes/*/slides/style.css`, and the browser test that looks for overflow guards the pair.
#pragma once

namespace comb::typeset::metrics {

constexpr double slide_width = 1280;
constexpr double slide_height = 720;
constexpr double reserve = 0.08; ///< of the body's height, kept for browsers that set wider

constexpr double kicker_height = 34;
constexpr double kicker_gap = 14;
constexpr double headline_leading = 1.3;
constexpr double headline_medium = 36; ///< for headlines of three lines
constexpr double headline_small = 30;  ///< for longer ones, such as stems of questions
constexpr double headline_gap = 26;    ///< below the headline

constexpr double block_gap = 22;
constexpr double heading_gap = 8; ///< below a heading within a body: it belongs to what follows
constexpr double list_indent = 34;
constexpr double list_gap = 10;
constexpr double nested_list_size = 0.86; ///< of the size around it
constexpr double nested_list_gap = 6;

constexpr double table_size = 25;
constexpr double table_size_small = 21; ///< from five columns
constexpr int table_small_columns = 5;
constexpr double table_head_size = 21;
constexpr double table_leading = 1.45;
constexpr double table_cell_side = 18; ///< right of each cell
constexpr double table_cell_top = 12;  ///< above and below
constexpr double table_head_foot = 10;
constexpr double table_head_rule = 3;
constexpr double table_rule = 1;
constexpr double caption_size = 20;
constexpr double caption_leading = 1.4;
constexpr double caption_gap = 8;
constexpr double diagram_caption_gap = 14;

constexpr double matrix_cell_side = 10;
constexpr double matrix_cell_side_wide = 6; ///< from eight columns
constexpr double matrix_cell_top = 9;
constexpr double matrix_head_size = 19;
constexpr double matrix_head_wide = 16; ///< from eight columns
constexpr int matrix_wide_columns = 8;
constexpr double matrix_head_leading = 1.3;
constexpr double matrix_mark_size = 1.25; ///< of the size of a cell
constexpr double matrix_mark_leading = 1.16;
constexpr double matrix_widest_mark = 220;
constexpr double matrix_names_share = 0.34; ///< of the width, for the names of rows
constexpr double compare_gap = 24;          ///< before each side
constexpr double compare_cell_side = 20;
constexpr double compare_cell_top = 10;
constexpr double compare_aspect_top = 13; ///< its smaller type stands on the line of the larger
constexpr double compare_bar = 5;         ///< above the name of a side
constexpr double compare_head_size = 25;
constexpr double compare_aspect_size = 20;
constexpr double compare_aspects_share = 0.24; ///< of the width

constexpr double quote_rule = 4;
constexpr double quote_indent = 28; ///< rule included
constexpr double panel_rule = 5;
constexpr double panel_indent = 28; ///< rule included
constexpr double panel_label_height = 30;
constexpr double panel_gap = 8;
constexpr double code_size = 21;
constexpr double code_leading = 1.45;
constexpr double code_side = 24;
constexpr double code_top = 16;
constexpr double check_indent = 44;
constexpr double turn_gap = 14;
constexpr double turn_indent = 72; ///< of every second speaker
constexpr double turn_rule = 21;   ///< the rule at the left, and the gap behind it
constexpr double turn_rule_width = 5;
constexpr double column_gap = 48;
constexpr double card_side = 28;
constexpr double card_top = 24;
constexpr double card_gap = 24;

constexpr double step_size = 22;
constexpr double step_rule = 5;
constexpr double step_gap = 10;
constexpr double step_side = 18;
constexpr double step_top = 14;

constexpr double timer_width = 260;
constexpr double timer_ring = 230;
constexpr double timer_height = 300; ///< ring and buttons
constexpr double timer_gap = 60;
constexpr double compact_timer_height = 84;
constexpr double compact_timer_width = 320;

constexpr double option_gap = 16;
constexpr double close_option_gap = 8;
constexpr double option_side = 24;
constexpr double option_top = 15;
constexpr double close_option_top = 8;
constexpr double option_border = 1.5;
constexpr double option_circle = 42;
constexpr double option_letter_gap = 20;
constexpr double option_mark = 74; ///< right of options that get a place or a letter as their answer
constexpr double feedback_size = 20;
constexpr double feedback_share = 0.36; ///< of the text width of an option
constexpr double feedback_gap = 24;

constexpr double consequence_indent = 28; ///< of what a choice led to, rule included
constexpr double follow_height = 60;      ///< of the button under it that leads on

constexpr double figure_height_min = 220;
constexpr double smallest_scale = 0.8;
constexpr double gentle_scale = 0.9;     ///< down to here a body is set smaller rather than continued
constexpr double statement_scale = 1.25; ///< of a few lines that are all a slide says
constexpr int statement_lines = 4;       ///< the most of them, set that large

constexpr double opener_field = 400; ///< width of the dark field of lesson openers
constexpr double opener_side = 72;   ///< between it and the text
constexpr double opener_title = 54;

} // namespace comb::typeset::metrics
