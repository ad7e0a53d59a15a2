
# execute[both say yes] run (recipes/obeys_all_its_guards.csx:1)
u1() {
    guard 1 yes 'test -e /etc/passwd' || return "$code"
    guard 2 no 'test -e /no/such/path' || return "$code"
    execute true
}

# execute[the second says no] run (recipes/obeys_all_its_guards.csx:7)
u2() {
    guard 1 yes 'test -e /etc/passwd' || return "$code"
    guard 2 yes 'test -e /no/such/path' || return "$code"
    execute true
}

# execute[not if says no] run (recipes/obeys_all_its_guards.csx:13)
u3() {
    guard 1 no 'test -d /etc' || return "$code"
    execute true
}

say hello
facts() { :; }
run 1
run 2
run 3
finish
leave
[ -z "$dirty" ] || facts
say end "${failed:-0}"
