content1() { printf '%s' '# csharpchef: backup
@daily eve true
'; }

action1() {
    title='user[eve] create (recipes/runs_as_a_user_of_the_same_recipe.csx:1)'
    { matches "$user0_account" '[0-9]*':'*':'*':'*':'*' ||
        user eve; }
}

action2() {
    title='cron[backup] create (recipes/runs_as_a_user_of_the_same_recipe.csx:2)'
    { matches "$owner0_uid" '?*' ||
        require_user eve; } &&
    did &&
    { matches "$file0_mode" "file 0644 0 0" "$file0_sum" 5439237c2e36bccc1d4be878e26ad1f8f9723aed252270cddbea443f41077775 ||
        file /etc/cron.d/backup mode=0644 owner=root group=root sum=5439237c2e36bccc1d4be878e26ad1f8f9723aed252270cddbea443f41077775 body=content1 old=old1; }
}
