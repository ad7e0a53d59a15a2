
# directory[/srv/case/full] delete (recipes/removes_a_full_one_only_when_recursive.csx:1)
u1() {
    absent /srv/case/full directory recursive
}

# directory[/srv/case/kept] delete (recipes/removes_a_full_one_only_when_recursive.csx:6)
u2() {
    absent /srv/case/kept directory
}

say hello
facts() { :; }
run 1
run 2
finish
leave
[ -z "$dirty" ] || facts
say end "${failed:-0}"
