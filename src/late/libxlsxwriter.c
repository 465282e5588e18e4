/*
 * libxlsxwriter.c - libxlsxwriter for the command, looked up when one writes
 *
 * Most runs only read; and it brings libcrypto, whose tables take longer to
 * set up than all else that a short run does.
 */
#include "late/late.h"

#include <xlsxwriter.h>

#define ACTIONS(EACH) \
    EACH(2, chart_axis_major_gridlines_set_line, lxw_chart_axis *, \
         lxw_chart_line *) \
    EACH(2, chart_axis_major_gridlines_set_visible, lxw_chart_axis *, \
         uint8_t) \
    EACH(2, chart_axis_set_label_position, lxw_chart_axis *, uint8_t) \
    EACH(2, chart_axis_set_num_font, lxw_chart_axis *, lxw_chart_font *) \
    EACH(2, chart_axis_set_num_format, lxw_chart_axis *, const char *) \
    EACH(1, chart_axis_set_reverse, lxw_chart_axis *) \
    EACH(2, chart_legend_set_font, lxw_chart *, lxw_chart_font *) \
    EACH(2, chart_legend_set_position, lxw_chart *, uint8_t) \
    EACH(6, chart_series_set_categories, lxw_chart_series *, const char *, \
         lxw_row_t, lxw_col_t, lxw_row_t, lxw_col_t) \
    EACH(2, chart_series_set_fill, lxw_chart_series *, lxw_chart_fill *) \
    EACH(1, chart_series_set_labels, lxw_chart_series *) \
    EACH(2, chart_series_set_labels_fill, lxw_chart_series *, \
         lxw_chart_fill *) \
    EACH(2, chart_series_set_labels_font, lxw_chart_series *, \
         lxw_chart_font *) \
    EACH(2, chart_series_set_labels_num_format, lxw_chart_series *, const \
         char *) \
    EACH(2, chart_series_set_line, lxw_chart_series *, lxw_chart_line *) \
    EACH(2, chart_series_set_name, lxw_chart_series *, const char *) \
    EACH(2, chart_series_set_pattern, lxw_chart_series *, \
         lxw_chart_pattern *) \
    EACH(6, chart_series_set_values, lxw_chart_series *, const char *, \
         lxw_row_t, lxw_col_t, lxw_row_t, lxw_col_t) \
    EACH(2, chart_set_series_gap, lxw_chart *, uint16_t) \
    EACH(1, chart_title_off, lxw_chart *) \
    EACH(2, format_set_align, lxw_format *, uint8_t) \
    EACH(2, format_set_bg_color, lxw_format *, lxw_color_t) \
    EACH(1, format_set_bold, lxw_format *) \
    EACH(2, format_set_border, lxw_format *, uint8_t) \
    EACH(2, format_set_border_color, lxw_format *, lxw_color_t) \
    EACH(2, format_set_bottom, lxw_format *, uint8_t) \
    EACH(2, format_set_bottom_color, lxw_format *, lxw_color_t) \
    EACH(2, format_set_fg_color, lxw_format *, lxw_color_t) \
    EACH(2, format_set_font_color, lxw_format *, lxw_color_t) \
    EACH(2, format_set_font_family, lxw_format *, uint8_t) \
    EACH(2, format_set_font_name, lxw_format *, const char *) \
    EACH(2, format_set_font_size, lxw_format *, double) \
    EACH(2, format_set_indent, lxw_format *, uint8_t) \
    EACH(2, format_set_num_format, lxw_format *, const char *) \
    EACH(2, format_set_pattern, lxw_format *, uint8_t) \
    EACH(1, format_set_shrink, lxw_format *) \
    EACH(1, format_set_text_wrap, lxw_format *) \
    EACH(2, format_set_underline, lxw_format *, uint8_t) \
    EACH(1, format_set_unlocked, lxw_format *) \
    EACH(3, lxw_rowcol_to_cell, char *, lxw_row_t, lxw_col_t) \
    EACH(5, lxw_rowcol_to_cell_abs, char *, lxw_row_t, lxw_col_t, uint8_t, \
         uint8_t) \
    EACH(5, lxw_rowcol_to_range, char *, lxw_row_t, lxw_col_t, lxw_row_t, \
         lxw_col_t) \
    EACH(1, lxw_workbook_free, lxw_workbook *) \
    EACH(1, worksheet_activate, lxw_worksheet *) \
    EACH(3, worksheet_fit_to_pages, lxw_worksheet *, uint16_t, uint16_t) \
    EACH(3, worksheet_freeze_panes, lxw_worksheet *, lxw_row_t, lxw_col_t) \
    EACH(2, worksheet_gridlines, lxw_worksheet *, uint8_t) \
    EACH(1, worksheet_hide, lxw_worksheet *) \
    EACH(3, worksheet_protect, lxw_worksheet *, const char *, \
         lxw_protection *) \
    EACH(1, worksheet_set_landscape, lxw_worksheet *) \
    EACH(5, worksheet_set_margins, lxw_worksheet *, double, double, double, \
         double) \
    EACH(2, worksheet_set_paper, lxw_worksheet *, uint8_t) \
    EACH(2, worksheet_set_print_scale, lxw_worksheet *, uint16_t) \
    EACH(5, worksheet_set_selection, lxw_worksheet *, lxw_row_t, lxw_col_t, \
         lxw_row_t, lxw_col_t) \
    EACH(2, worksheet_set_tab_color, lxw_worksheet *, lxw_color_t)

/* Those that give something. */
#define FUNCTIONS(EACH) \
    EACH(lxw_chart_series *, 3, chart_add_series, lxw_chart *, const char *, \
         const char *) \
    EACH(char *, 1, lxw_strerror, lxw_error) \
    EACH(lxw_chart *, 2, workbook_add_chart, lxw_workbook *, uint8_t) \
    EACH(lxw_format *, 1, workbook_add_format, lxw_workbook *) \
    EACH(lxw_worksheet *, 2, workbook_add_worksheet, lxw_workbook *, const \
         char *) \
    EACH(lxw_error, 1, workbook_close, lxw_workbook *) \
    EACH(lxw_error, 3, workbook_define_name, lxw_workbook *, const char *, \
         const char *) \
    EACH(lxw_workbook *, 1, workbook_new, const char *) \
    EACH(lxw_workbook *, 2, workbook_new_opt, const char *, \
         lxw_workbook_options *) \
    EACH(lxw_error, 3, workbook_set_custom_property_string, lxw_workbook *, \
         const char *, const char *) \
    EACH(lxw_error, 2, workbook_set_properties, lxw_workbook *, \
         lxw_doc_properties *) \
    EACH(lxw_error, 6, worksheet_add_table, lxw_worksheet *, lxw_row_t, \
         lxw_col_t, lxw_row_t, lxw_col_t, lxw_table_options *) \
    EACH(lxw_error, 5, worksheet_autofilter, lxw_worksheet *, lxw_row_t, \
         lxw_col_t, lxw_row_t, lxw_col_t) \
    EACH(lxw_error, 6, worksheet_conditional_format_range, lxw_worksheet *, \
         lxw_row_t, lxw_col_t, lxw_row_t, lxw_col_t, lxw_conditional_format *) \
    EACH(lxw_error, 6, worksheet_data_validation_range, lxw_worksheet *, \
         lxw_row_t, lxw_col_t, lxw_row_t, lxw_col_t, lxw_data_validation *) \
    EACH(lxw_error, 3, worksheet_ignore_errors, lxw_worksheet *, uint8_t, \
         const char *) \
    EACH(lxw_error, 5, worksheet_insert_chart_opt, lxw_worksheet *, \
         lxw_row_t, lxw_col_t, lxw_chart *, lxw_chart_options *) \
    EACH(lxw_error, 7, worksheet_merge_range, lxw_worksheet *, lxw_row_t, \
         lxw_col_t, lxw_row_t, lxw_col_t, const char *, lxw_format *) \
    EACH(lxw_error, 5, worksheet_print_area, lxw_worksheet *, lxw_row_t, \
         lxw_col_t, lxw_row_t, lxw_col_t) \
    EACH(lxw_error, 3, worksheet_repeat_rows, lxw_worksheet *, lxw_row_t, \
         lxw_row_t) \
    EACH(lxw_error, 5, worksheet_set_column, lxw_worksheet *, lxw_col_t, \
         lxw_col_t, double, lxw_format *) \
    EACH(lxw_error, 6, worksheet_set_column_opt, lxw_worksheet *, lxw_col_t, \
         lxw_col_t, double, lxw_format *, lxw_row_col_options *) \
    EACH(lxw_error, 2, worksheet_set_footer, lxw_worksheet *, const char *) \
    EACH(lxw_error, 3, worksheet_set_footer_opt, lxw_worksheet *, const \
         char *, lxw_header_footer_options *) \
    EACH(lxw_error, 2, worksheet_set_h_pagebreaks, lxw_worksheet *, \
         lxw_row_t *) \
    EACH(lxw_error, 2, worksheet_set_header, lxw_worksheet *, const char *) \
    EACH(lxw_error, 3, worksheet_set_header_opt, lxw_worksheet *, const \
         char *, lxw_header_footer_options *) \
    EACH(lxw_error, 4, worksheet_set_row, lxw_worksheet *, lxw_row_t, \
         double, lxw_format *) \
    EACH(lxw_error, 4, worksheet_write_blank, lxw_worksheet *, lxw_row_t, \
         lxw_col_t, lxw_format *) \
    EACH(lxw_error, 5, worksheet_write_comment_opt, lxw_worksheet *, \
         lxw_row_t, lxw_col_t, const char *, lxw_comment_options *) \
    EACH(lxw_error, 6, worksheet_write_formula_num, lxw_worksheet *, \
         lxw_row_t, lxw_col_t, const char *, lxw_format *, double) \
    EACH(lxw_error, 6, worksheet_write_formula_str, lxw_worksheet *, \
         lxw_row_t, lxw_col_t, const char *, lxw_format *, const char *) \
    EACH(lxw_error, 5, worksheet_write_number, lxw_worksheet *, lxw_row_t, \
         lxw_col_t, double, lxw_format *) \
    EACH(lxw_error, 5, worksheet_write_string, lxw_worksheet *, lxw_row_t, \
         lxw_col_t, const char *, lxw_format *) \
    EACH(lxw_error, 7, worksheet_write_url_opt, lxw_worksheet *, lxw_row_t, \
         lxw_col_t, const char *, lxw_format *, const char *, const char *)

LATE_LIBRARY(ACTIONS, FUNCTIONS)
