
u1() {
    title='cron[backup] delete (recipes/removes_an_entry.csx:1)'
    absent /etc/cron.d/backup file
}

u2() {
    title='cron[never] delete (recipes/removes_an_entry.csx:2)'
    absent /etc/cron.d/never file
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
run 1
run 2
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
