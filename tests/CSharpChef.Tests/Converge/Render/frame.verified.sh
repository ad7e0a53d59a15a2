# The state of the node, as the probe finds it, is in variables such as $file0_mode. Their subjects:
#   file0  /etc/it's [here]
#   file1  /etc/motd
#   group0  adm
#   group1  ops
#   line0  /etc/hosts 10.0.0.1 it's me ^10[.]0 present
#   owner0  www-data
#   package0  git
#   package1  curl
#   path0  /srv/a b
#   path1  /current
#   unit0  app
#   unit1  nginx
#   user0  ann

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
notified_actions='
5 82ab58955b9a - service[app] restart (:0)
'
open_journal
subjects() {
    ask_names path '/srv/a b' /current
    set -- '/etc/it'\''s [here]' /etc/motd
    ask_names file "$@"
    ask_sums "$@"
    ask_paths "$@" '/srv/a b' /current
    ask_group adm ops
    ask_line /etc/hosts '10.0.0.1 it'\''s me' '^10[.]0' present
    ask_owner www-data
    ask_package git curl
    ask_user ann
    ask_unit app nginx
}
eval "$(subjects 2>/dev/null | assignments)"
[ "$owner0_uid" ] || owner0_uid=$(id -u www-data 2>/dev/null)
package_actions=1 scheduled=4
run_pending
if ! { matches "$package0_state" 'installed *' && matches "$package1_state" 'installed *'; }; then install_batch '' 1 git 1 curl; fi
run 1
run 2
run 3
run 4
run_queue
clean_up
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
