
u1() {
    title='directory[/srv/case/full] delete (recipes/removes_a_full_one_only_when_recursive.csx:1)'
    absent /srv/case/full directory recursive
}

u2() {
    title='directory[/srv/case/kept] delete (recipes/removes_a_full_one_only_when_recursive.csx:6)'
    absent /srv/case/kept directory
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
