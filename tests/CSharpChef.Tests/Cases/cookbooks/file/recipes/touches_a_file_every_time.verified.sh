
u1() {
    title='file[/srv/case/stamp] touch (recipes/touches_a_file_every_time.csx:1)'
    touched /srv/case/stamp
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
