content1() { printf '%s' '# csharpchef: nightly backup.sh
B=""
#> export A='\'' edges '\''
#> printf '\''\\ \% %s'\'' "$A$B"
@daily root eval "$(/bin/sed -n '\''s/^#> //p'\'' /etc/cron.d/nightly-backup-sh-2dbd6609 || echo exit 1)"
'; }

action1() {
    title='cron[nightly backup.sh] create (recipes/holds_commands_and_variables_that_cron_would_misread.csx:1)'
    { matches "$file0_mode" "file 0644 0 0" "$file0_sum" c693c0af67a69b9f4ddb319fdc86ec50c95b6cc704dfb250defd7510d818d79f ||
        file /etc/cron.d/nightly-backup-sh-2dbd6609 mode=0644 owner=root group=root sum=c693c0af67a69b9f4ddb319fdc86ec50c95b6cc704dfb250defd7510d818d79f body=content1 old=old1; }
}
