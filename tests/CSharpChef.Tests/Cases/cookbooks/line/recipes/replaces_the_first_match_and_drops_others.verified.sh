
action1() {
    title='line[/srv/case/conf] ensure (recipes/replaces_the_first_match_and_drops_others.csx:1)'
    { equals "$line0_edit" none ||
        line /srv/case/conf 'Port 443' match='^#?[[:space:]]*Port ' old=old1; }
}
