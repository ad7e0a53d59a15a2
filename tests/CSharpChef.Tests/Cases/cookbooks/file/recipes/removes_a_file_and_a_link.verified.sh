
# file[/srv/case/gone] delete (recipes/removes_a_file_and_a_link.csx:1)
u1() {
    absent /srv/case/gone file
}

# file[/srv/case/link] delete (recipes/removes_a_file_and_a_link.csx:2)
u2() {
    absent /srv/case/link file
}

# file[/srv/case/never] delete (recipes/removes_a_file_and_a_link.csx:3)
u3() {
    absent /srv/case/never file
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
