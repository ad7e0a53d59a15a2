# The state of the node, as the probe finds it, is in variables such as $file0_mode. Their subjects:
#   file0  /etc/it's [here]
#   file1  /etc/large
#   file2  /etc/cron.d/nightly
#   group0  adm
#   group1  old
#   group2  ops
#   group3  some
#   line0  /etc/hosts 10.0.0.1 it's me ^10[.]0 present
#   line1  /etc/hosts gone  absent
#   owner0  www-data
#   package0  p-installed
#   package1  p-removed
#   package2  p-purged
#   package3  versioned
#   path0  /srv/it's
#   path1  /current
#   unit0  nginx
#   user0  old
#   user1  bob
#   user2  eve

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
file0_mode='?' file0_sum='?' file1_mode='?' file1_sum='?' file2_mode='?' file2_sum='?'
group0_gid='?' group0_members='?' group1_gid='?' group1_members='?' group2_gid='?' group2_members='?' group3_gid='?' group3_members='?'
line0_edit='?' line1_edit='?'
owner0_uid='?'
package0_state='?' package1_state='?' package2_state='?' package3_state='?'
path0_mode='?' path0_target='?' path1_mode='?' path1_target='?'
unit0_state='?'
user0_account='?' user0_groups='?' user0_password='?' user1_account='?' user1_groups='?' user1_password='?' user2_account='?' user2_groups='?' user2_password='?'
subjects() {
    ask_names path '/srv/it'\''s' /current
    set -- '/etc/it'\''s [here]' /etc/large /etc/cron.d/nightly
    ask_names file "$@"
    ask_sums "$@"
    ask_paths "$@" '/srv/it'\''s' /current
    ask_group adm old ops some
    ask_line /etc/hosts '10.0.0.1 it'\''s me' '^10[.]0' present /etc/hosts gone '' absent
    ask_owner www-data
    ask_package p-installed p-removed p-purged versioned
    ask_user old bob eve
    ask_unit nginx
}
eval "$(subjects 2>/dev/null | assignments)"
[ "$owner0_uid" != '?' ] || owner0_uid=$(id -u www-data 2>/dev/null)
run 1
run 2
run 3
run 4
run 5
run 6
run 7
run 8
run 9
run 10
run 11
run 12
run 13
run 14
run 15
run 16
run 17
run 18
run 19
run 20
run 21
run 22
run 23
run 24
run 25
run 26
run 27
run 28
run 29
run 30
run 31
run 32
run 33
run 34
run 35
run 36
run 37
run 38
run_queue
clean_up
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
