
action1() {
    title='line[/srv/case/new] ensure (recipes/makes_a_missing_file.csx:1)'
    { equals "$line0_edit" none ||
        line /srv/case/new first old=old1; }
}
