content1() { printf '%s' '# csharpchef: nightly backup.sh
B=""
#> export A='\'' edges '\''
#> printf '\''\\ \% %s'\'' "$A$B"
@daily root eval "$(/bin/sed -n '\''s/^#> //p'\'' /etc/cron.d/nightly-backup-sh-2dbd6609)"
'; }

action1() {
    title='cron[nightly backup.sh] create (recipes/holds_commands_and_variables_that_cron_would_misread.csx:1)'
    { matches "$file0_mode" "file 0644 0 0" "$file0_sum" c12c2f45857d71e90e51e81a56cfadaddcd3c8564710a257f7d226ba0cc232ad ||
        file /etc/cron.d/nightly-backup-sh-2dbd6609 mode=0644 owner=root group=root sum=c12c2f45857d71e90e51e81a56cfadaddcd3c8564710a257f7d226ba0cc232ad body=content1 old=old1; }
}
