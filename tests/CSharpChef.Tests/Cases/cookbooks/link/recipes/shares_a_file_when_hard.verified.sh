
u1() {
    title='link[/srv/case/second-name] create (recipes/shares_a_file_when_hard.csx:1)'
    hard_link /srv/case/second-name /srv/case/first-name
}

say hello
facts() { :; }
open_journal
run 1
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
