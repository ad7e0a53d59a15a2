
u1() {
    title='execute[true] run (recipes/runs_every_time_without_a_guard.csx:1)'
    execute true
}

say hello
facts() { :; }
open_journal
run 1
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
