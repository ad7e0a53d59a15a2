content1() { printf '%s' '# csharpchef: backup
MAILTO=ops@example.org
*/15 3-5 * jan,feb mon daemon date +\%F >> /var/log/backup
'; }
content2() { printf '%s' '# csharpchef: daily
@daily root true
'; }

action1() {
    title='cron[backup] create (recipes/writes_and_keeps_an_entry.csx:1)'
    { matches "$owner0_uid" '?*' ||
        require_user daemon; } &&
    did &&
    { matches "$file0_mode" "file 0644 0 0" "$file0_sum" ecb507015ae3636abb4526ac79f2480055934c775e000ce55a495487eeebd668 ||
        file /etc/cron.d/backup mode=0644 owner=root group=root sum=ecb507015ae3636abb4526ac79f2480055934c775e000ce55a495487eeebd668 body=content1 old=old1; }
}

action2() {
    title='cron[daily] create (recipes/writes_and_keeps_an_entry.csx:8)'
    { matches "$file1_mode" "file 0644 0 0" "$file1_sum" 1b9081454eda3ca78e0e0d11957271741dd144c53e3e7bc9cb55055f4dc65bb9 ||
        file /etc/cron.d/daily mode=0644 owner=root group=root sum=1b9081454eda3ca78e0e0d11957271741dd144c53e3e7bc9cb55055f4dc65bb9 body=content2 old=old2; }
}
