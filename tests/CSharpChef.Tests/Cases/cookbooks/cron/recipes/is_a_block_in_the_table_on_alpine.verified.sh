
action1() {
    title='cron[backup] create (recipes/is_a_block_in_the_table_on_alpine.csx:2)'
    line /etc/crontabs/root '0 0 * * * export A='\''b c'\''; true' block='csharpchef: backup' old=old1
}
