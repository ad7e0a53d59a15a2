
u1() {
    title='file[/srv/case/gone] delete (recipes/removes_a_file_and_a_link.csx:1)'
    absent /srv/case/gone file
}

u2() {
    title='file[/srv/case/link] delete (recipes/removes_a_file_and_a_link.csx:2)'
    absent /srv/case/link file
}

u3() {
    title='file[/srv/case/never] delete (recipes/removes_a_file_and_a_link.csx:3)'
    absent /srv/case/never file
}

say hello
facts() { :; }
open_journal
run 1
run 2
run 3
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
