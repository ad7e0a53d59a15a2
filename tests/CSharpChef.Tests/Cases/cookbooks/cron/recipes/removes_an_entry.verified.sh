
# cron[backup] delete (recipes/removes_an_entry.csx:1)
u1() {
    absent /etc/cron.d/backup file
}

# cron[never] delete (recipes/removes_an_entry.csx:2)
u2() {
    absent /etc/cron.d/never file
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
run 1
run 2
finish
leave
[ -z "$dirty" ] || facts
say end "${failed:-0}"
