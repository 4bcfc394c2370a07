/* SPDX-License-Identifier: MIT */
/* The builtin JavaScript files, embedded. Written by Scripts/embed-builtins. */
#include <string.h>

#include "include/LLSBuiltins.h"

static const char builtins_browser_bootstrap[] = {
#embed "builtins/browser/bootstrap.js" suffix(, 0)
};
static const char builtins_browser_bootstrap_worker[] = {
#embed "builtins/browser/bootstrap_worker.js" suffix(, 0)
};
static const char builtins_browser_callbacks[] = {
#embed "builtins/browser/callbacks.js" suffix(, 0)
};
static const char builtins_browser_document[] = {
#embed "builtins/browser/document.js" suffix(, 0)
};
static const char builtins_browser_element[] = {
#embed "builtins/browser/element.js" suffix(, 0)
};
static const char builtins_browser_element_style[] = {
#embed "builtins/browser/element_style.js" suffix(, 0)
};
static const char builtins_browser_esm[] = {
#embed "builtins/browser/esm.js" suffix(, 0)
};
static const char builtins_browser_event[] = {
#embed "builtins/browser/event.js" suffix(, 0)
};
static const char builtins_browser_event_target[] = {
#embed "builtins/browser/event_target.js" suffix(, 0)
};
static const char builtins_browser_frames[] = {
#embed "builtins/browser/frames.js" suffix(, 0)
};
static const char builtins_browser_global_scope[] = {
#embed "builtins/browser/global_scope.js" suffix(, 0)
};
static const char builtins_browser_message_port[] = {
#embed "builtins/browser/message_port.js" suffix(, 0)
};
static const char builtins_browser_observer_tasks[] = {
#embed "builtins/browser/observer_tasks.js" suffix(, 0)
};
static const char builtins_browser_page_address[] = {
#embed "builtins/browser/page_address.js" suffix(, 0)
};
static const char builtins_browser_page_events[] = {
#embed "builtins/browser/page_events.js" suffix(, 0)
};
static const char builtins_browser_page_performance[] = {
#embed "builtins/browser/page_performance.js" suffix(, 0)
};
static const char builtins_browser_rejections[] = {
#embed "builtins/browser/rejections.js" suffix(, 0)
};
static const char builtins_browser_tasks[] = {
#embed "builtins/browser/tasks.js" suffix(, 0)
};
static const char builtins_browser_timers[] = {
#embed "builtins/browser/timers.js" suffix(, 0)
};
static const char builtins_browser_uncaught[] = {
#embed "builtins/browser/uncaught.js" suffix(, 0)
};
static const char builtins_browser_web_idl[] = {
#embed "builtins/browser/web_idl.js" suffix(, 0)
};
static const char builtins_browser_window[] = {
#embed "builtins/browser/window.js" suffix(, 0)
};
static const char builtins_browser_worker[] = {
#embed "builtins/browser/worker.js" suffix(, 0)
};
static const char builtins_browser_worker_scope[] = {
#embed "builtins/browser/worker_scope.js" suffix(, 0)
};
static const char builtins_checks_call_matchers[] = {
#embed "builtins/checks/call_matchers.js" suffix(, 0)
};
static const char builtins_checks_expect[] = {
#embed "builtins/checks/expect.js" suffix(, 0)
};
static const char builtins_checks_failure[] = {
#embed "builtins/checks/failure.js" suffix(, 0)
};
static const char builtins_checks_harness[] = {
#embed "builtins/checks/harness.js" suffix(, 0)
};
static const char builtins_checks_matchers[] = {
#embed "builtins/checks/matchers.js" suffix(, 0)
};
static const char builtins_checks_membrane[] = {
#embed "builtins/checks/membrane.js" suffix(, 0)
};
static const char builtins_checks_outpost[] = {
#embed "builtins/checks/outpost.js" suffix(, 0)
};
static const char builtins_checks_scripted[] = {
#embed "builtins/checks/scripted.js" suffix(, 0)
};
static const char builtins_checks_snapshot[] = {
#embed "builtins/checks/snapshot.js" suffix(, 0)
};
static const char builtins_checks_time[] = {
#embed "builtins/checks/time.js" suffix(, 0)
};
static const char builtins_checks_timeline[] = {
#embed "builtins/checks/timeline.js" suffix(, 0)
};
static const char builtins_checks_words[] = {
#embed "builtins/checks/words.js" suffix(, 0)
};
static const char builtins_debugger_preview[] = {
#embed "builtins/debugger/preview.js" suffix(, 0)
};
static const char builtins_debugger_steps[] = {
#embed "builtins/debugger/steps.js" suffix(, 0)
};
static const char builtins_internal_abort_controller[] = {
#embed "builtins/internal/abort_controller.js" suffix(, 0)
};
static const char builtins_internal_assert_diff[] = {
#embed "builtins/internal/assert_diff.js" suffix(, 0)
};
static const char builtins_internal_assert_throws[] = {
#embed "builtins/internal/assert_throws.js" suffix(, 0)
};
static const char builtins_internal_assertion_error[] = {
#embed "builtins/internal/assertion_error.js" suffix(, 0)
};
static const char builtins_internal_atomics_wait_async[] = {
#embed "builtins/internal/atomics_wait_async.js" suffix(, 0)
};
static const char builtins_internal_bootstrap[] = {
#embed "builtins/internal/bootstrap.js" suffix(, 0)
};
static const char builtins_internal_buffer[] = {
#embed "builtins/internal/buffer.js" suffix(, 0)
};
static const char builtins_internal_buffer_blocks[] = {
#embed "builtins/internal/buffer_blocks.js" suffix(, 0)
};
static const char builtins_internal_buffer_bytes[] = {
#embed "builtins/internal/buffer_bytes.js" suffix(, 0)
};
static const char builtins_internal_buffer_encodings[] = {
#embed "builtins/internal/buffer_encodings.js" suffix(, 0)
};
static const char builtins_internal_buffer_fill[] = {
#embed "builtins/internal/buffer_fill.js" suffix(, 0)
};
static const char builtins_internal_buffer_inspect[] = {
#embed "builtins/internal/buffer_inspect.js" suffix(, 0)
};
static const char builtins_internal_buffer_integers[] = {
#embed "builtins/internal/buffer_integers.js" suffix(, 0)
};
static const char builtins_internal_buffer_memory[] = {
#embed "builtins/internal/buffer_memory.js" suffix(, 0)
};
static const char builtins_internal_buffer_search[] = {
#embed "builtins/internal/buffer_search.js" suffix(, 0)
};
static const char builtins_internal_buffer_text[] = {
#embed "builtins/internal/buffer_text.js" suffix(, 0)
};
static const char builtins_internal_buffer_wide_numbers[] = {
#embed "builtins/internal/buffer_wide_numbers.js" suffix(, 0)
};
static const char builtins_internal_caller_source[] = {
#embed "builtins/internal/caller_source.js" suffix(, 0)
};
static const char builtins_internal_clone_substitutes[] = {
#embed "builtins/internal/clone_substitutes.js" suffix(, 0)
};
static const char builtins_internal_comparisons[] = {
#embed "builtins/internal/comparisons.js" suffix(, 0)
};
static const char builtins_internal_console[] = {
#embed "builtins/internal/console.js" suffix(, 0)
};
static const char builtins_internal_console_class[] = {
#embed "builtins/internal/console_class.js" suffix(, 0)
};
static const char builtins_internal_console_duration[] = {
#embed "builtins/internal/console_duration.js" suffix(, 0)
};
static const char builtins_internal_console_table[] = {
#embed "builtins/internal/console_table.js" suffix(, 0)
};
static const char builtins_internal_control_sequences[] = {
#embed "builtins/internal/control_sequences.js" suffix(, 0)
};
static const char builtins_internal_crypto_hash[] = {
#embed "builtins/internal/crypto_hash.js" suffix(, 0)
};
static const char builtins_internal_crypto_input[] = {
#embed "builtins/internal/crypto_input.js" suffix(, 0)
};
static const char builtins_internal_crypto_keys[] = {
#embed "builtins/internal/crypto_keys.js" suffix(, 0)
};
static const char builtins_internal_crypto_random[] = {
#embed "builtins/internal/crypto_random.js" suffix(, 0)
};
static const char builtins_internal_debuglog[] = {
#embed "builtins/internal/debuglog.js" suffix(, 0)
};
static const char builtins_internal_deprecate[] = {
#embed "builtins/internal/deprecate.js" suffix(, 0)
};
static const char builtins_internal_domexception[] = {
#embed "builtins/internal/domexception.js" suffix(, 0)
};
static const char builtins_internal_encoding[] = {
#embed "builtins/internal/encoding.js" suffix(, 0)
};
static const char builtins_internal_encoding_base64[] = {
#embed "builtins/internal/encoding_base64.js" suffix(, 0)
};
static const char builtins_internal_encoding_decoders[] = {
#embed "builtins/internal/encoding_decoders.js" suffix(, 0)
};
static const char builtins_internal_encoding_labels[] = {
#embed "builtins/internal/encoding_labels.js" suffix(, 0)
};
static const char builtins_internal_environment[] = {
#embed "builtins/internal/environment.js" suffix(, 0)
};
static const char builtins_internal_error_messages[] = {
#embed "builtins/internal/error_messages.js" suffix(, 0)
};
static const char builtins_internal_error_stacks[] = {
#embed "builtins/internal/error_stacks.js" suffix(, 0)
};
static const char builtins_internal_error_wording[] = {
#embed "builtins/internal/error_wording.js" suffix(, 0)
};
static const char builtins_internal_errors[] = {
#embed "builtins/internal/errors.js" suffix(, 0)
};
static const char builtins_internal_es2023[] = {
#embed "builtins/internal/es2023.js" suffix(, 0)
};
static const char builtins_internal_esm[] = {
#embed "builtins/internal/esm.js" suffix(, 0)
};
static const char builtins_internal_event[] = {
#embed "builtins/internal/event.js" suffix(, 0)
};
static const char builtins_internal_event_target[] = {
#embed "builtins/internal/event_target.js" suffix(, 0)
};
static const char builtins_internal_events_async[] = {
#embed "builtins/internal/events_async.js" suffix(, 0)
};
static const char builtins_internal_fetch_body[] = {
#embed "builtins/internal/fetch_body.js" suffix(, 0)
};
static const char builtins_internal_fetch_headers[] = {
#embed "builtins/internal/fetch_headers.js" suffix(, 0)
};
static const char builtins_internal_fetch_request[] = {
#embed "builtins/internal/fetch_request.js" suffix(, 0)
};
static const char builtins_internal_fetch_response[] = {
#embed "builtins/internal/fetch_response.js" suffix(, 0)
};
static const char builtins_internal_fetch_stream[] = {
#embed "builtins/internal/fetch_stream.js" suffix(, 0)
};
static const char builtins_internal_format[] = {
#embed "builtins/internal/format.js" suffix(, 0)
};
static const char builtins_internal_fs_arguments[] = {
#embed "builtins/internal/fs_arguments.js" suffix(, 0)
};
static const char builtins_internal_fs_calls[] = {
#embed "builtins/internal/fs_calls.js" suffix(, 0)
};
static const char builtins_internal_fs_constants[] = {
#embed "builtins/internal/fs_constants.js" suffix(, 0)
};
static const char builtins_internal_fs_contents[] = {
#embed "builtins/internal/fs_contents.js" suffix(, 0)
};
static const char builtins_internal_fs_directories[] = {
#embed "builtins/internal/fs_directories.js" suffix(, 0)
};
static const char builtins_internal_fs_file_handle[] = {
#embed "builtins/internal/fs_file_handle.js" suffix(, 0)
};
static const char builtins_internal_fs_files[] = {
#embed "builtins/internal/fs_files.js" suffix(, 0)
};
static const char builtins_internal_fs_forms[] = {
#embed "builtins/internal/fs_forms.js" suffix(, 0)
};
static const char builtins_internal_fs_remove[] = {
#embed "builtins/internal/fs_remove.js" suffix(, 0)
};
static const char builtins_internal_fs_requests[] = {
#embed "builtins/internal/fs_requests.js" suffix(, 0)
};
static const char builtins_internal_fs_stats[] = {
#embed "builtins/internal/fs_stats.js" suffix(, 0)
};
static const char builtins_internal_fs_stream_base[] = {
#embed "builtins/internal/fs_stream_base.js" suffix(, 0)
};
static const char builtins_internal_fs_streams[] = {
#embed "builtins/internal/fs_streams.js" suffix(, 0)
};
static const char builtins_internal_fs_transfers[] = {
#embed "builtins/internal/fs_transfers.js" suffix(, 0)
};
static const char builtins_internal_fs_write_stream[] = {
#embed "builtins/internal/fs_write_stream.js" suffix(, 0)
};
static const char builtins_internal_histogram[] = {
#embed "builtins/internal/histogram.js" suffix(, 0)
};
static const char builtins_internal_histogram_buckets[] = {
#embed "builtins/internal/histogram_buckets.js" suffix(, 0)
};
static const char builtins_internal_inspect[] = {
#embed "builtins/internal/inspect.js" suffix(, 0)
};
static const char builtins_internal_inspect_containers[] = {
#embed "builtins/internal/inspect_containers.js" suffix(, 0)
};
static const char builtins_internal_inspect_errors[] = {
#embed "builtins/internal/inspect_errors.js" suffix(, 0)
};
static const char builtins_internal_inspect_layout[] = {
#embed "builtins/internal/inspect_layout.js" suffix(, 0)
};
static const char builtins_internal_inspect_names[] = {
#embed "builtins/internal/inspect_names.js" suffix(, 0)
};
static const char builtins_internal_inspect_options[] = {
#embed "builtins/internal/inspect_options.js" suffix(, 0)
};
static const char builtins_internal_inspect_primitives[] = {
#embed "builtins/internal/inspect_primitives.js" suffix(, 0)
};
static const char builtins_internal_inspect_properties[] = {
#embed "builtins/internal/inspect_properties.js" suffix(, 0)
};
static const char builtins_internal_inspect_shapes[] = {
#embed "builtins/internal/inspect_shapes.js" suffix(, 0)
};
static const char builtins_internal_inspect_style[] = {
#embed "builtins/internal/inspect_style.js" suffix(, 0)
};
static const char builtins_internal_intrinsics[] = {
#embed "builtins/internal/intrinsics.js" suffix(, 0)
};
static const char builtins_internal_json_messages[] = {
#embed "builtins/internal/json_messages.js" suffix(, 0)
};
static const char builtins_internal_listener_watch[] = {
#embed "builtins/internal/listener_watch.js" suffix(, 0)
};
static const char builtins_internal_message_event[] = {
#embed "builtins/internal/message_event.js" suffix(, 0)
};
static const char builtins_internal_message_port[] = {
#embed "builtins/internal/message_port.js" suffix(, 0)
};
static const char builtins_internal_message_port_inspect[] = {
#embed "builtins/internal/message_port_inspect.js" suffix(, 0)
};
static const char builtins_internal_message_transfer[] = {
#embed "builtins/internal/message_transfer.js" suffix(, 0)
};
static const char builtins_internal_modules[] = {
#embed "builtins/internal/modules.js" suffix(, 0)
};
static const char builtins_internal_node_event_target[] = {
#embed "builtins/internal/node_event_target.js" suffix(, 0)
};
static const char builtins_internal_observer_tasks[] = {
#embed "builtins/internal/observer_tasks.js" suffix(, 0)
};
static const char builtins_internal_page_address[] = {
#embed "builtins/internal/page_address.js" suffix(, 0)
};
static const char builtins_internal_parse_args[] = {
#embed "builtins/internal/parse_args.js" suffix(, 0)
};
static const char builtins_internal_parse_env[] = {
#embed "builtins/internal/parse_env.js" suffix(, 0)
};
static const char builtins_internal_path_parts[] = {
#embed "builtins/internal/path_parts.js" suffix(, 0)
};
static const char builtins_internal_performance[] = {
#embed "builtins/internal/performance.js" suffix(, 0)
};
static const char builtins_internal_performance_entries[] = {
#embed "builtins/internal/performance_entries.js" suffix(, 0)
};
static const char builtins_internal_performance_observer[] = {
#embed "builtins/internal/performance_observer.js" suffix(, 0)
};
static const char builtins_internal_performance_timerify[] = {
#embed "builtins/internal/performance_timerify.js" suffix(, 0)
};
static const char builtins_internal_process[] = {
#embed "builtins/internal/process.js" suffix(, 0)
};
static const char builtins_internal_promisify[] = {
#embed "builtins/internal/promisify.js" suffix(, 0)
};
static const char builtins_internal_receiver_text[] = {
#embed "builtins/internal/receiver_text.js" suffix(, 0)
};
static const char builtins_internal_rejections[] = {
#embed "builtins/internal/rejections.js" suffix(, 0)
};
static const char builtins_internal_repl[] = {
#embed "builtins/internal/repl.js" suffix(, 0)
};
static const char builtins_internal_repl_await[] = {
#embed "builtins/internal/repl_await.js" suffix(, 0)
};
static const char builtins_internal_resolution[] = {
#embed "builtins/internal/resolution.js" suffix(, 0)
};
static const char builtins_internal_seeded_random[] = {
#embed "builtins/internal/seeded_random.js" suffix(, 0)
};
static const char builtins_internal_source_facts[] = {
#embed "builtins/internal/source_facts.js" suffix(, 0)
};
static const char builtins_internal_source_sequences[] = {
#embed "builtins/internal/source_sequences.js" suffix(, 0)
};
static const char builtins_internal_streams[] = {
#embed "builtins/internal/streams.js" suffix(, 0)
};
static const char builtins_internal_string_width[] = {
#embed "builtins/internal/string_width.js" suffix(, 0)
};
static const char builtins_internal_structured_clone[] = {
#embed "builtins/internal/structured_clone.js" suffix(, 0)
};
static const char builtins_internal_style_text[] = {
#embed "builtins/internal/style_text.js" suffix(, 0)
};
static const char builtins_internal_system_errors[] = {
#embed "builtins/internal/system_errors.js" suffix(, 0)
};
static const char builtins_internal_timers[] = {
#embed "builtins/internal/timers.js" suffix(, 0)
};
static const char builtins_internal_types[] = {
#embed "builtins/internal/types.js" suffix(, 0)
};
static const char builtins_internal_uncaught[] = {
#embed "builtins/internal/uncaught.js" suffix(, 0)
};
static const char builtins_internal_url[] = {
#embed "builtins/internal/url.js" suffix(, 0)
};
static const char builtins_internal_url_domain[] = {
#embed "builtins/internal/url_domain.js" suffix(, 0)
};
static const char builtins_internal_url_file[] = {
#embed "builtins/internal/url_file.js" suffix(, 0)
};
static const char builtins_internal_url_host[] = {
#embed "builtins/internal/url_host.js" suffix(, 0)
};
static const char builtins_internal_url_inspect[] = {
#embed "builtins/internal/url_inspect.js" suffix(, 0)
};
static const char builtins_internal_url_legacy[] = {
#embed "builtins/internal/url_legacy.js" suffix(, 0)
};
static const char builtins_internal_url_parser[] = {
#embed "builtins/internal/url_parser.js" suffix(, 0)
};
static const char builtins_internal_url_percent[] = {
#embed "builtins/internal/url_percent.js" suffix(, 0)
};
static const char builtins_internal_url_punycode[] = {
#embed "builtins/internal/url_punycode.js" suffix(, 0)
};
static const char builtins_internal_url_search_params[] = {
#embed "builtins/internal/url_search_params.js" suffix(, 0)
};
static const char builtins_internal_url_serializer[] = {
#embed "builtins/internal/url_serializer.js" suffix(, 0)
};
static const char builtins_internal_url_setters[] = {
#embed "builtins/internal/url_setters.js" suffix(, 0)
};
static const char builtins_internal_validators[] = {
#embed "builtins/internal/validators.js" suffix(, 0)
};
static const char builtins_internal_warnings[] = {
#embed "builtins/internal/warnings.js" suffix(, 0)
};
static const char builtins_internal_webcrypto[] = {
#embed "builtins/internal/webcrypto.js" suffix(, 0)
};
static const char builtins_internal_worker[] = {
#embed "builtins/internal/worker.js" suffix(, 0)
};
static const char builtins_internal_worker_errors[] = {
#embed "builtins/internal/worker_errors.js" suffix(, 0)
};
static const char builtins_internal_worker_options[] = {
#embed "builtins/internal/worker_options.js" suffix(, 0)
};
static const char builtins_internal_worker_streams[] = {
#embed "builtins/internal/worker_streams.js" suffix(, 0)
};
static const char builtins_internal_worker_thread[] = {
#embed "builtins/internal/worker_thread.js" suffix(, 0)
};
static const char builtins_internal_zlib_options[] = {
#embed "builtins/internal/zlib_options.js" suffix(, 0)
};
static const char builtins_lab_abort[] = {
#embed "builtins/lab/abort.js" suffix(, 0)
};
static const char builtins_lab_arrivals[] = {
#embed "builtins/lab/arrivals.js" suffix(, 0)
};
static const char builtins_lab_behaviour[] = {
#embed "builtins/lab/behaviour.js" suffix(, 0)
};
static const char builtins_lab_cluster[] = {
#embed "builtins/lab/cluster.js" suffix(, 0)
};
static const char builtins_lab_cluster_handler[] = {
#embed "builtins/lab/cluster_handler.js" suffix(, 0)
};
static const char builtins_lab_cluster_worker[] = {
#embed "builtins/lab/cluster_worker.js" suffix(, 0)
};
static const char builtins_lab_db[] = {
#embed "builtins/lab/db.js" suffix(, 0)
};
static const char builtins_lab_fetch[] = {
#embed "builtins/lab/fetch.js" suffix(, 0)
};
static const char builtins_lab_fifo[] = {
#embed "builtins/lab/fifo.js" suffix(, 0)
};
static const char builtins_lab_gate[] = {
#embed "builtins/lab/gate.js" suffix(, 0)
};
static const char builtins_lab_incoming_request[] = {
#embed "builtins/lab/incoming_request.js" suffix(, 0)
};
static const char builtins_lab_lab[] = {
#embed "builtins/lab/lab.js" suffix(, 0)
};
static const char builtins_lab_latency[] = {
#embed "builtins/lab/latency.js" suffix(, 0)
};
static const char builtins_lab_load[] = {
#embed "builtins/lab/load.js" suffix(, 0)
};
static const char builtins_lab_load_probe[] = {
#embed "builtins/lab/load_probe.js" suffix(, 0)
};
static const char builtins_lab_mailer[] = {
#embed "builtins/lab/mailer.js" suffix(, 0)
};
static const char builtins_lab_network[] = {
#embed "builtins/lab/network.js" suffix(, 0)
};
static const char builtins_lab_network_errors[] = {
#embed "builtins/lab/network_errors.js" suffix(, 0)
};
static const char builtins_lab_options[] = {
#embed "builtins/lab/options.js" suffix(, 0)
};
static const char builtins_lab_outcomes[] = {
#embed "builtins/lab/outcomes.js" suffix(, 0)
};
static const char builtins_lab_patterns[] = {
#embed "builtins/lab/patterns.js" suffix(, 0)
};
static const char builtins_lab_queue[] = {
#embed "builtins/lab/queue.js" suffix(, 0)
};
static const char builtins_lab_random[] = {
#embed "builtins/lab/random.js" suffix(, 0)
};
static const char builtins_lab_rate_limit[] = {
#embed "builtins/lab/rate_limit.js" suffix(, 0)
};
static const char builtins_lab_report[] = {
#embed "builtins/lab/report.js" suffix(, 0)
};
static const char builtins_lab_report_table[] = {
#embed "builtins/lab/report_table.js" suffix(, 0)
};
static const char builtins_lab_response_body[] = {
#embed "builtins/lab/response_body.js" suffix(, 0)
};
static const char builtins_lab_route[] = {
#embed "builtins/lab/route.js" suffix(, 0)
};
static const char builtins_lab_serve[] = {
#embed "builtins/lab/serve.js" suffix(, 0)
};
static const char builtins_lab_server[] = {
#embed "builtins/lab/server.js" suffix(, 0)
};
static const char builtins_lab_statistics[] = {
#embed "builtins/lab/statistics.js" suffix(, 0)
};
static const char builtins_lab_time[] = {
#embed "builtins/lab/time.js" suffix(, 0)
};
static const char builtins_lab_topic[] = {
#embed "builtins/lab/topic.js" suffix(, 0)
};
static const char builtins_misconceptions_await_blocks[] = {
#embed "builtins/misconceptions/await_blocks.js" suffix(, 0)
};
static const char builtins_misconceptions_calls_wait[] = {
#embed "builtins/misconceptions/calls_wait.js" suffix(, 0)
};
static const char builtins_misconceptions_executor_runs_later[] = {
#embed "builtins/misconceptions/executor_runs_later.js" suffix(, 0)
};
static const char builtins_misconceptions_settled_value[] = {
#embed "builtins/misconceptions/settled_value.js" suffix(, 0)
};
static const char builtins_misconceptions_source_edits[] = {
#embed "builtins/misconceptions/source_edits.js" suffix(, 0)
};
static const char builtins_misconceptions_zero_timer_at_once[] = {
#embed "builtins/misconceptions/zero_timer_at_once.js" suffix(, 0)
};
static const char builtins_node_assert[] = {
#embed "builtins/node/assert.js" suffix(, 0)
};
static const char builtins_node_assert_strict[] = {
#embed "builtins/node/assert_strict.js" suffix(, 0)
};
static const char builtins_node_buffer[] = {
#embed "builtins/node/buffer.js" suffix(, 0)
};
static const char builtins_node_console[] = {
#embed "builtins/node/console.js" suffix(, 0)
};
static const char builtins_node_crypto[] = {
#embed "builtins/node/crypto.js" suffix(, 0)
};
static const char builtins_node_events[] = {
#embed "builtins/node/events.js" suffix(, 0)
};
static const char builtins_node_fs[] = {
#embed "builtins/node/fs.js" suffix(, 0)
};
static const char builtins_node_fs_promises[] = {
#embed "builtins/node/fs_promises.js" suffix(, 0)
};
static const char builtins_node_path[] = {
#embed "builtins/node/path.js" suffix(, 0)
};
static const char builtins_node_path_posix[] = {
#embed "builtins/node/path_posix.js" suffix(, 0)
};
static const char builtins_node_path_win32[] = {
#embed "builtins/node/path_win32.js" suffix(, 0)
};
static const char builtins_node_perf_hooks[] = {
#embed "builtins/node/perf_hooks.js" suffix(, 0)
};
static const char builtins_node_process[] = {
#embed "builtins/node/process.js" suffix(, 0)
};
static const char builtins_node_string_decoder[] = {
#embed "builtins/node/string_decoder.js" suffix(, 0)
};
static const char builtins_node_timers[] = {
#embed "builtins/node/timers.js" suffix(, 0)
};
static const char builtins_node_timers_promises[] = {
#embed "builtins/node/timers_promises.js" suffix(, 0)
};
static const char builtins_node_url[] = {
#embed "builtins/node/url.js" suffix(, 0)
};
static const char builtins_node_util[] = {
#embed "builtins/node/util.js" suffix(, 0)
};
static const char builtins_node_util_types[] = {
#embed "builtins/node/util_types.js" suffix(, 0)
};
static const char builtins_node_worker_threads[] = {
#embed "builtins/node/worker_threads.js" suffix(, 0)
};
static const char builtins_node_zlib[] = {
#embed "builtins/node/zlib.js" suffix(, 0)
};

static const LLSBuiltin builtins[] = {
    {"browser/bootstrap", builtins_browser_bootstrap, sizeof builtins_browser_bootstrap - 1},
    {"browser/bootstrap_worker", builtins_browser_bootstrap_worker, sizeof builtins_browser_bootstrap_worker - 1},
    {"browser/callbacks", builtins_browser_callbacks, sizeof builtins_browser_callbacks - 1},
    {"browser/document", builtins_browser_document, sizeof builtins_browser_document - 1},
    {"browser/element", builtins_browser_element, sizeof builtins_browser_element - 1},
    {"browser/element_style", builtins_browser_element_style, sizeof builtins_browser_element_style - 1},
    {"browser/esm", builtins_browser_esm, sizeof builtins_browser_esm - 1},
    {"browser/event", builtins_browser_event, sizeof builtins_browser_event - 1},
    {"browser/event_target", builtins_browser_event_target, sizeof builtins_browser_event_target - 1},
    {"browser/frames", builtins_browser_frames, sizeof builtins_browser_frames - 1},
    {"browser/global_scope", builtins_browser_global_scope, sizeof builtins_browser_global_scope - 1},
    {"browser/message_port", builtins_browser_message_port, sizeof builtins_browser_message_port - 1},
    {"browser/observer_tasks", builtins_browser_observer_tasks, sizeof builtins_browser_observer_tasks - 1},
    {"browser/page_address", builtins_browser_page_address, sizeof builtins_browser_page_address - 1},
    {"browser/page_events", builtins_browser_page_events, sizeof builtins_browser_page_events - 1},
    {"browser/page_performance", builtins_browser_page_performance, sizeof builtins_browser_page_performance - 1},
    {"browser/rejections", builtins_browser_rejections, sizeof builtins_browser_rejections - 1},
    {"browser/tasks", builtins_browser_tasks, sizeof builtins_browser_tasks - 1},
    {"browser/timers", builtins_browser_timers, sizeof builtins_browser_timers - 1},
    {"browser/uncaught", builtins_browser_uncaught, sizeof builtins_browser_uncaught - 1},
    {"browser/web_idl", builtins_browser_web_idl, sizeof builtins_browser_web_idl - 1},
    {"browser/window", builtins_browser_window, sizeof builtins_browser_window - 1},
    {"browser/worker", builtins_browser_worker, sizeof builtins_browser_worker - 1},
    {"browser/worker_scope", builtins_browser_worker_scope, sizeof builtins_browser_worker_scope - 1},
    {"checks/call_matchers", builtins_checks_call_matchers, sizeof builtins_checks_call_matchers - 1},
    {"checks/expect", builtins_checks_expect, sizeof builtins_checks_expect - 1},
    {"checks/failure", builtins_checks_failure, sizeof builtins_checks_failure - 1},
    {"checks/harness", builtins_checks_harness, sizeof builtins_checks_harness - 1},
    {"checks/matchers", builtins_checks_matchers, sizeof builtins_checks_matchers - 1},
    {"checks/membrane", builtins_checks_membrane, sizeof builtins_checks_membrane - 1},
    {"checks/outpost", builtins_checks_outpost, sizeof builtins_checks_outpost - 1},
    {"checks/scripted", builtins_checks_scripted, sizeof builtins_checks_scripted - 1},
    {"checks/snapshot", builtins_checks_snapshot, sizeof builtins_checks_snapshot - 1},
    {"checks/time", builtins_checks_time, sizeof builtins_checks_time - 1},
    {"checks/timeline", builtins_checks_timeline, sizeof builtins_checks_timeline - 1},
    {"checks/words", builtins_checks_words, sizeof builtins_checks_words - 1},
    {"debugger/preview", builtins_debugger_preview, sizeof builtins_debugger_preview - 1},
    {"debugger/steps", builtins_debugger_steps, sizeof builtins_debugger_steps - 1},
    {"internal/abort_controller", builtins_internal_abort_controller, sizeof builtins_internal_abort_controller - 1},
    {"internal/assert_diff", builtins_internal_assert_diff, sizeof builtins_internal_assert_diff - 1},
    {"internal/assert_throws", builtins_internal_assert_throws, sizeof builtins_internal_assert_throws - 1},
    {"internal/assertion_error", builtins_internal_assertion_error, sizeof builtins_internal_assertion_error - 1},
    {"internal/atomics_wait_async", builtins_internal_atomics_wait_async, sizeof builtins_internal_atomics_wait_async - 1},
    {"internal/bootstrap", builtins_internal_bootstrap, sizeof builtins_internal_bootstrap - 1},
    {"internal/buffer", builtins_internal_buffer, sizeof builtins_internal_buffer - 1},
    {"internal/buffer_blocks", builtins_internal_buffer_blocks, sizeof builtins_internal_buffer_blocks - 1},
    {"internal/buffer_bytes", builtins_internal_buffer_bytes, sizeof builtins_internal_buffer_bytes - 1},
    {"internal/buffer_encodings", builtins_internal_buffer_encodings, sizeof builtins_internal_buffer_encodings - 1},
    {"internal/buffer_fill", builtins_internal_buffer_fill, sizeof builtins_internal_buffer_fill - 1},
    {"internal/buffer_inspect", builtins_internal_buffer_inspect, sizeof builtins_internal_buffer_inspect - 1},
    {"internal/buffer_integers", builtins_internal_buffer_integers, sizeof builtins_internal_buffer_integers - 1},
    {"internal/buffer_memory", builtins_internal_buffer_memory, sizeof builtins_internal_buffer_memory - 1},
    {"internal/buffer_search", builtins_internal_buffer_search, sizeof builtins_internal_buffer_search - 1},
    {"internal/buffer_text", builtins_internal_buffer_text, sizeof builtins_internal_buffer_text - 1},
    {"internal/buffer_wide_numbers", builtins_internal_buffer_wide_numbers, sizeof builtins_internal_buffer_wide_numbers - 1},
    {"internal/caller_source", builtins_internal_caller_source, sizeof builtins_internal_caller_source - 1},
    {"internal/clone_substitutes", builtins_internal_clone_substitutes, sizeof builtins_internal_clone_substitutes - 1},
    {"internal/comparisons", builtins_internal_comparisons, sizeof builtins_internal_comparisons - 1},
    {"internal/console", builtins_internal_console, sizeof builtins_internal_console - 1},
    {"internal/console_class", builtins_internal_console_class, sizeof builtins_internal_console_class - 1},
    {"internal/console_duration", builtins_internal_console_duration, sizeof builtins_internal_console_duration - 1},
    {"internal/console_table", builtins_internal_console_table, sizeof builtins_internal_console_table - 1},
    {"internal/control_sequences", builtins_internal_control_sequences, sizeof builtins_internal_control_sequences - 1},
    {"internal/crypto_hash", builtins_internal_crypto_hash, sizeof builtins_internal_crypto_hash - 1},
    {"internal/crypto_input", builtins_internal_crypto_input, sizeof builtins_internal_crypto_input - 1},
    {"internal/crypto_keys", builtins_internal_crypto_keys, sizeof builtins_internal_crypto_keys - 1},
    {"internal/crypto_random", builtins_internal_crypto_random, sizeof builtins_internal_crypto_random - 1},
    {"internal/debuglog", builtins_internal_debuglog, sizeof builtins_internal_debuglog - 1},
    {"internal/deprecate", builtins_internal_deprecate, sizeof builtins_internal_deprecate - 1},
    {"internal/domexception", builtins_internal_domexception, sizeof builtins_internal_domexception - 1},
    {"internal/encoding", builtins_internal_encoding, sizeof builtins_internal_encoding - 1},
    {"internal/encoding_base64", builtins_internal_encoding_base64, sizeof builtins_internal_encoding_base64 - 1},
    {"internal/encoding_decoders", builtins_internal_encoding_decoders, sizeof builtins_internal_encoding_decoders - 1},
    {"internal/encoding_labels", builtins_internal_encoding_labels, sizeof builtins_internal_encoding_labels - 1},
    {"internal/environment", builtins_internal_environment, sizeof builtins_internal_environment - 1},
    {"internal/error_messages", builtins_internal_error_messages, sizeof builtins_internal_error_messages - 1},
    {"internal/error_stacks", builtins_internal_error_stacks, sizeof builtins_internal_error_stacks - 1},
    {"internal/error_wording", builtins_internal_error_wording, sizeof builtins_internal_error_wording - 1},
    {"internal/errors", builtins_internal_errors, sizeof builtins_internal_errors - 1},
    {"internal/es2023", builtins_internal_es2023, sizeof builtins_internal_es2023 - 1},
    {"internal/esm", builtins_internal_esm, sizeof builtins_internal_esm - 1},
    {"internal/event", builtins_internal_event, sizeof builtins_internal_event - 1},
    {"internal/event_target", builtins_internal_event_target, sizeof builtins_internal_event_target - 1},
    {"internal/events_async", builtins_internal_events_async, sizeof builtins_internal_events_async - 1},
    {"internal/fetch_body", builtins_internal_fetch_body, sizeof builtins_internal_fetch_body - 1},
    {"internal/fetch_headers", builtins_internal_fetch_headers, sizeof builtins_internal_fetch_headers - 1},
    {"internal/fetch_request", builtins_internal_fetch_request, sizeof builtins_internal_fetch_request - 1},
    {"internal/fetch_response", builtins_internal_fetch_response, sizeof builtins_internal_fetch_response - 1},
    {"internal/fetch_stream", builtins_internal_fetch_stream, sizeof builtins_internal_fetch_stream - 1},
    {"internal/format", builtins_internal_format, sizeof builtins_internal_format - 1},
    {"internal/fs_arguments", builtins_internal_fs_arguments, sizeof builtins_internal_fs_arguments - 1},
    {"internal/fs_calls", builtins_internal_fs_calls, sizeof builtins_internal_fs_calls - 1},
    {"internal/fs_constants", builtins_internal_fs_constants, sizeof builtins_internal_fs_constants - 1},
    {"internal/fs_contents", builtins_internal_fs_contents, sizeof builtins_internal_fs_contents - 1},
    {"internal/fs_directories", builtins_internal_fs_directories, sizeof builtins_internal_fs_directories - 1},
    {"internal/fs_file_handle", builtins_internal_fs_file_handle, sizeof builtins_internal_fs_file_handle - 1},
    {"internal/fs_files", builtins_internal_fs_files, sizeof builtins_internal_fs_files - 1},
    {"internal/fs_forms", builtins_internal_fs_forms, sizeof builtins_internal_fs_forms - 1},
    {"internal/fs_remove", builtins_internal_fs_remove, sizeof builtins_internal_fs_remove - 1},
    {"internal/fs_requests", builtins_internal_fs_requests, sizeof builtins_internal_fs_requests - 1},
    {"internal/fs_stats", builtins_internal_fs_stats, sizeof builtins_internal_fs_stats - 1},
    {"internal/fs_stream_base", builtins_internal_fs_stream_base, sizeof builtins_internal_fs_stream_base - 1},
    {"internal/fs_streams", builtins_internal_fs_streams, sizeof builtins_internal_fs_streams - 1},
    {"internal/fs_transfers", builtins_internal_fs_transfers, sizeof builtins_internal_fs_transfers - 1},
    {"internal/fs_write_stream", builtins_internal_fs_write_stream, sizeof builtins_internal_fs_write_stream - 1},
    {"internal/histogram", builtins_internal_histogram, sizeof builtins_internal_histogram - 1},
    {"internal/histogram_buckets", builtins_internal_histogram_buckets, sizeof builtins_internal_histogram_buckets - 1},
    {"internal/inspect", builtins_internal_inspect, sizeof builtins_internal_inspect - 1},
    {"internal/inspect_containers", builtins_internal_inspect_containers, sizeof builtins_internal_inspect_containers - 1},
    {"internal/inspect_errors", builtins_internal_inspect_errors, sizeof builtins_internal_inspect_errors - 1},
    {"internal/inspect_layout", builtins_internal_inspect_layout, sizeof builtins_internal_inspect_layout - 1},
    {"internal/inspect_names", builtins_internal_inspect_names, sizeof builtins_internal_inspect_names - 1},
    {"internal/inspect_options", builtins_internal_inspect_options, sizeof builtins_internal_inspect_options - 1},
    {"internal/inspect_primitives", builtins_internal_inspect_primitives, sizeof builtins_internal_inspect_primitives - 1},
    {"internal/inspect_properties", builtins_internal_inspect_properties, sizeof builtins_internal_inspect_properties - 1},
    {"internal/inspect_shapes", builtins_internal_inspect_shapes, sizeof builtins_internal_inspect_shapes - 1},
    {"internal/inspect_style", builtins_internal_inspect_style, sizeof builtins_internal_inspect_style - 1},
    {"internal/intrinsics", builtins_internal_intrinsics, sizeof builtins_internal_intrinsics - 1},
    {"internal/json_messages", builtins_internal_json_messages, sizeof builtins_internal_json_messages - 1},
    {"internal/listener_watch", builtins_internal_listener_watch, sizeof builtins_internal_listener_watch - 1},
    {"internal/message_event", builtins_internal_message_event, sizeof builtins_internal_message_event - 1},
    {"internal/message_port", builtins_internal_message_port, sizeof builtins_internal_message_port - 1},
    {"internal/message_port_inspect", builtins_internal_message_port_inspect, sizeof builtins_internal_message_port_inspect - 1},
    {"internal/message_transfer", builtins_internal_message_transfer, sizeof builtins_internal_message_transfer - 1},
    {"internal/modules", builtins_internal_modules, sizeof builtins_internal_modules - 1},
    {"internal/node_event_target", builtins_internal_node_event_target, sizeof builtins_internal_node_event_target - 1},
    {"internal/observer_tasks", builtins_internal_observer_tasks, sizeof builtins_internal_observer_tasks - 1},
    {"internal/page_address", builtins_internal_page_address, sizeof builtins_internal_page_address - 1},
    {"internal/parse_args", builtins_internal_parse_args, sizeof builtins_internal_parse_args - 1},
    {"internal/parse_env", builtins_internal_parse_env, sizeof builtins_internal_parse_env - 1},
    {"internal/path_parts", builtins_internal_path_parts, sizeof builtins_internal_path_parts - 1},
    {"internal/performance", builtins_internal_performance, sizeof builtins_internal_performance - 1},
    {"internal/performance_entries", builtins_internal_performance_entries, sizeof builtins_internal_performance_entries - 1},
    {"internal/performance_observer", builtins_internal_performance_observer, sizeof builtins_internal_performance_observer - 1},
    {"internal/performance_timerify", builtins_internal_performance_timerify, sizeof builtins_internal_performance_timerify - 1},
    {"internal/process", builtins_internal_process, sizeof builtins_internal_process - 1},
    {"internal/promisify", builtins_internal_promisify, sizeof builtins_internal_promisify - 1},
    {"internal/receiver_text", builtins_internal_receiver_text, sizeof builtins_internal_receiver_text - 1},
    {"internal/rejections", builtins_internal_rejections, sizeof builtins_internal_rejections - 1},
    {"internal/repl", builtins_internal_repl, sizeof builtins_internal_repl - 1},
    {"internal/repl_await", builtins_internal_repl_await, sizeof builtins_internal_repl_await - 1},
    {"internal/resolution", builtins_internal_resolution, sizeof builtins_internal_resolution - 1},
    {"internal/seeded_random", builtins_internal_seeded_random, sizeof builtins_internal_seeded_random - 1},
    {"internal/source_facts", builtins_internal_source_facts, sizeof builtins_internal_source_facts - 1},
    {"internal/source_sequences", builtins_internal_source_sequences, sizeof builtins_internal_source_sequences - 1},
    {"internal/streams", builtins_internal_streams, sizeof builtins_internal_streams - 1},
    {"internal/string_width", builtins_internal_string_width, sizeof builtins_internal_string_width - 1},
    {"internal/structured_clone", builtins_internal_structured_clone, sizeof builtins_internal_structured_clone - 1},
    {"internal/style_text", builtins_internal_style_text, sizeof builtins_internal_style_text - 1},
    {"internal/system_errors", builtins_internal_system_errors, sizeof builtins_internal_system_errors - 1},
    {"internal/timers", builtins_internal_timers, sizeof builtins_internal_timers - 1},
    {"internal/types", builtins_internal_types, sizeof builtins_internal_types - 1},
    {"internal/uncaught", builtins_internal_uncaught, sizeof builtins_internal_uncaught - 1},
    {"internal/url", builtins_internal_url, sizeof builtins_internal_url - 1},
    {"internal/url_domain", builtins_internal_url_domain, sizeof builtins_internal_url_domain - 1},
    {"internal/url_file", builtins_internal_url_file, sizeof builtins_internal_url_file - 1},
    {"internal/url_host", builtins_internal_url_host, sizeof builtins_internal_url_host - 1},
    {"internal/url_inspect", builtins_internal_url_inspect, sizeof builtins_internal_url_inspect - 1},
    {"internal/url_legacy", builtins_internal_url_legacy, sizeof builtins_internal_url_legacy - 1},
    {"internal/url_parser", builtins_internal_url_parser, sizeof builtins_internal_url_parser - 1},
    {"internal/url_percent", builtins_internal_url_percent, sizeof builtins_internal_url_percent - 1},
    {"internal/url_punycode", builtins_internal_url_punycode, sizeof builtins_internal_url_punycode - 1},
    {"internal/url_search_params", builtins_internal_url_search_params, sizeof builtins_internal_url_search_params - 1},
    {"internal/url_serializer", builtins_internal_url_serializer, sizeof builtins_internal_url_serializer - 1},
    {"internal/url_setters", builtins_internal_url_setters, sizeof builtins_internal_url_setters - 1},
    {"internal/validators", builtins_internal_validators, sizeof builtins_internal_validators - 1},
    {"internal/warnings", builtins_internal_warnings, sizeof builtins_internal_warnings - 1},
    {"internal/webcrypto", builtins_internal_webcrypto, sizeof builtins_internal_webcrypto - 1},
    {"internal/worker", builtins_internal_worker, sizeof builtins_internal_worker - 1},
    {"internal/worker_errors", builtins_internal_worker_errors, sizeof builtins_internal_worker_errors - 1},
    {"internal/worker_options", builtins_internal_worker_options, sizeof builtins_internal_worker_options - 1},
    {"internal/worker_streams", builtins_internal_worker_streams, sizeof builtins_internal_worker_streams - 1},
    {"internal/worker_thread", builtins_internal_worker_thread, sizeof builtins_internal_worker_thread - 1},
    {"internal/zlib_options", builtins_internal_zlib_options, sizeof builtins_internal_zlib_options - 1},
    {"lab/abort", builtins_lab_abort, sizeof builtins_lab_abort - 1},
    {"lab/arrivals", builtins_lab_arrivals, sizeof builtins_lab_arrivals - 1},
    {"lab/behaviour", builtins_lab_behaviour, sizeof builtins_lab_behaviour - 1},
    {"lab/cluster", builtins_lab_cluster, sizeof builtins_lab_cluster - 1},
    {"lab/cluster_handler", builtins_lab_cluster_handler, sizeof builtins_lab_cluster_handler - 1},
    {"lab/cluster_worker", builtins_lab_cluster_worker, sizeof builtins_lab_cluster_worker - 1},
    {"lab/db", builtins_lab_db, sizeof builtins_lab_db - 1},
    {"lab/fetch", builtins_lab_fetch, sizeof builtins_lab_fetch - 1},
    {"lab/fifo", builtins_lab_fifo, sizeof builtins_lab_fifo - 1},
    {"lab/gate", builtins_lab_gate, sizeof builtins_lab_gate - 1},
    {"lab/incoming_request", builtins_lab_incoming_request, sizeof builtins_lab_incoming_request - 1},
    {"lab/lab", builtins_lab_lab, sizeof builtins_lab_lab - 1},
    {"lab/latency", builtins_lab_latency, sizeof builtins_lab_latency - 1},
    {"lab/load", builtins_lab_load, sizeof builtins_lab_load - 1},
    {"lab/load_probe", builtins_lab_load_probe, sizeof builtins_lab_load_probe - 1},
    {"lab/mailer", builtins_lab_mailer, sizeof builtins_lab_mailer - 1},
    {"lab/network", builtins_lab_network, sizeof builtins_lab_network - 1},
    {"lab/network_errors", builtins_lab_network_errors, sizeof builtins_lab_network_errors - 1},
    {"lab/options", builtins_lab_options, sizeof builtins_lab_options - 1},
    {"lab/outcomes", builtins_lab_outcomes, sizeof builtins_lab_outcomes - 1},
    {"lab/patterns", builtins_lab_patterns, sizeof builtins_lab_patterns - 1},
    {"lab/queue", builtins_lab_queue, sizeof builtins_lab_queue - 1},
    {"lab/random", builtins_lab_random, sizeof builtins_lab_random - 1},
    {"lab/rate_limit", builtins_lab_rate_limit, sizeof builtins_lab_rate_limit - 1},
    {"lab/report", builtins_lab_report, sizeof builtins_lab_report - 1},
    {"lab/report_table", builtins_lab_report_table, sizeof builtins_lab_report_table - 1},
    {"lab/response_body", builtins_lab_response_body, sizeof builtins_lab_response_body - 1},
    {"lab/route", builtins_lab_route, sizeof builtins_lab_route - 1},
    {"lab/serve", builtins_lab_serve, sizeof builtins_lab_serve - 1},
    {"lab/server", builtins_lab_server, sizeof builtins_lab_server - 1},
    {"lab/statistics", builtins_lab_statistics, sizeof builtins_lab_statistics - 1},
    {"lab/time", builtins_lab_time, sizeof builtins_lab_time - 1},
    {"lab/topic", builtins_lab_topic, sizeof builtins_lab_topic - 1},
    {"misconceptions/await_blocks", builtins_misconceptions_await_blocks, sizeof builtins_misconceptions_await_blocks - 1},
    {"misconceptions/calls_wait", builtins_misconceptions_calls_wait, sizeof builtins_misconceptions_calls_wait - 1},
    {"misconceptions/executor_runs_later", builtins_misconceptions_executor_runs_later, sizeof builtins_misconceptions_executor_runs_later - 1},
    {"misconceptions/settled_value", builtins_misconceptions_settled_value, sizeof builtins_misconceptions_settled_value - 1},
    {"misconceptions/source_edits", builtins_misconceptions_source_edits, sizeof builtins_misconceptions_source_edits - 1},
    {"misconceptions/zero_timer_at_once", builtins_misconceptions_zero_timer_at_once, sizeof builtins_misconceptions_zero_timer_at_once - 1},
    {"node:assert", builtins_node_assert, sizeof builtins_node_assert - 1},
    {"node:assert/strict", builtins_node_assert_strict, sizeof builtins_node_assert_strict - 1},
    {"node:buffer", builtins_node_buffer, sizeof builtins_node_buffer - 1},
    {"node:console", builtins_node_console, sizeof builtins_node_console - 1},
    {"node:crypto", builtins_node_crypto, sizeof builtins_node_crypto - 1},
    {"node:events", builtins_node_events, sizeof builtins_node_events - 1},
    {"node:fs", builtins_node_fs, sizeof builtins_node_fs - 1},
    {"node:fs/promises", builtins_node_fs_promises, sizeof builtins_node_fs_promises - 1},
    {"node:path", builtins_node_path, sizeof builtins_node_path - 1},
    {"node:path/posix", builtins_node_path_posix, sizeof builtins_node_path_posix - 1},
    {"node:path/win32", builtins_node_path_win32, sizeof builtins_node_path_win32 - 1},
    {"node:perf_hooks", builtins_node_perf_hooks, sizeof builtins_node_perf_hooks - 1},
    {"node:process", builtins_node_process, sizeof builtins_node_process - 1},
    {"node:string_decoder", builtins_node_string_decoder, sizeof builtins_node_string_decoder - 1},
    {"node:timers", builtins_node_timers, sizeof builtins_node_timers - 1},
    {"node:timers/promises", builtins_node_timers_promises, sizeof builtins_node_timers_promises - 1},
    {"node:url", builtins_node_url, sizeof builtins_node_url - 1},
    {"node:util", builtins_node_util, sizeof builtins_node_util - 1},
    {"node:util/types", builtins_node_util_types, sizeof builtins_node_util_types - 1},
    {"node:worker_threads", builtins_node_worker_threads, sizeof builtins_node_worker_threads - 1},
    {"node:zlib", builtins_node_zlib, sizeof builtins_node_zlib - 1},
};

size_t lls_builtin_count(void) { return sizeof builtins / sizeof *builtins; }

LLSBuiltin lls_builtin_at(size_t index) { return builtins[index]; }

const LLSBuiltin *_Nullable lls_builtin_named(const char *id) {
    for (size_t index = 0; index < lls_builtin_count(); index++) {
        if (strcmp(builtins[index].id, id) == 0) {
            return &builtins[index];
        }
    }
    return NULL;
}
