
action1() {
    title='line[/srv/case/link] remove (recipes/refuses_a_link_that_leads_to_no_file.csx:1)'
    { equals "$line0_edit" none ||
        line /srv/case/link x old=old1 gone; }
}

action2() {
    title='line[/srv/case/link] ensure (recipes/refuses_a_link_that_leads_to_no_file.csx:6)'
    { equals "$line1_edit" none ||
        line /srv/case/link x old=old2; }
}
