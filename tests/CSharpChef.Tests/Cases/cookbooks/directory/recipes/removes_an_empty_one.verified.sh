
u1() {
    title='directory[/srv/case/empty] delete (recipes/removes_an_empty_one.csx:1)'
    absent /srv/case/empty directory
}

u2() {
    title='directory[/srv/case/never] delete (recipes/removes_an_empty_one.csx:2)'
    absent /srv/case/never directory
}

say hello
facts() { :; }
open_journal
run 1
run 2
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
