
# execute[true] run (recipes/runs_every_time_without_a_guard.csx:1)
u1() {
    execute true
}

say hello
facts() { :; }
run 1
finish
leave
[ -z "$dirty" ] || facts
say end "${failed:-0}"
