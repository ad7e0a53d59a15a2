
action1() {
    title='line[/srv/case/conf] ensure (recipes/adds_a_missing_line_once.csx:1)'
    { equals "$line0_edit" none ||
        line /srv/case/conf 'AllowUsers ann' old=old1; }
}

action2() {
    title='line[/srv/case/conf] ensure (recipes/adds_a_missing_line_once.csx:2)'
    { equals "$line1_edit" none ||
        line /srv/case/conf 'User x' old=old2; }
}
