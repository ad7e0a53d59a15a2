
# execute[false] run (recipes/does_not_run_when_what_it_creates_is_there.csx:1)
u1() {
    execute false creates=/srv/made
}

# execute[false] run (recipes/does_not_run_when_what_it_creates_is_there.csx:2)
u2() {
    execute false creates=/etc/passwd
}

say hello
facts() { :; }
run 1
run 2
finish
leave
[ -z "$dirty" ] || facts
say end "${failed:-0}"
