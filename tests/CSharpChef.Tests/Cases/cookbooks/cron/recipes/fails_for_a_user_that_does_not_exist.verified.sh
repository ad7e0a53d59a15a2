content1() { printf '%s' '# csharpchef: backup
@daily nobody-here true
'; }

action1() {
    title='cron[backup] create (recipes/fails_for_a_user_that_does_not_exist.csx:1)'
    { matches "$owner0_uid" '?*' ||
        require_user nobody-here; } &&
    did &&
    { matches "$file0_mode" "file 0644 0 0" "$file0_sum" b1217abf8d1163a8abeff4bb71bb855a4b8d422575bda79cbd81456e9666ef7a ||
        file /etc/cron.d/backup mode=0644 owner=root group=root sum=b1217abf8d1163a8abeff4bb71bb855a4b8d422575bda79cbd81456e9666ef7a body=content1 old=old1; }
}
