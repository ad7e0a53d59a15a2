
# log[some words] write (recipes/writes_and_never_changes.csx:1)
u1() {
    :
}

# log[a warning] write (recipes/writes_and_never_changes.csx:2)
u2() {
    :
}

say hello
facts() { :; }
run 1
run 2
finish
leave
[ -z "$dirty" ] || facts
say end "${failed:-0}"
