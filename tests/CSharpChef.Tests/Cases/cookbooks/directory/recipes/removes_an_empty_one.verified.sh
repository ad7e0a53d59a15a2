
# directory[/srv/case/empty] delete (recipes/removes_an_empty_one.csx:1)
u1() {
    absent /srv/case/empty directory
}

# directory[/srv/case/never] delete (recipes/removes_an_empty_one.csx:2)
u2() {
    absent /srv/case/never directory
}

say hello
facts() { :; }
run 1
run 2
finish
leave
[ -z "$dirty" ] || facts
say end "${failed:-0}"
