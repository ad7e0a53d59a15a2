text1() { password_hash='$6$salt$hash'; }

action1() {
    title='user[ann] create (recipes/hides_the_changes_of_a_sensitive_account.csx:1)'
    hidden=1
    { { matches "$user0_account" '[0-9]*':'*':'*':'*':'*' && matches "$user0_groups" '* adm *' && matches "$user0_groups" '* audio *' && text1 && equals "$user0_password" "$password_hash"; } ||
        user ann groups='adm audio' secret=text1; }
}
