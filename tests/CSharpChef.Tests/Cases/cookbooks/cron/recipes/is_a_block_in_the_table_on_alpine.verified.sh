
u1() {
    title='cron[backup] create (recipes/is_a_block_in_the_table_on_alpine.csx:2)'
    line /etc/crontabs/root '0 0 * * * A='\''b c'\'' true' block='csharpchef: backup' old=o1
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
run 1
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
