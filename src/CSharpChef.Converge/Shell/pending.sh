# Needs: state

# The file of pending notifications, which later runs read, and the first words of its lines.
pending_file=$state/owed pending=owed finished=paid

# pending_lines: prints a line "NAME WHEN RUN RECIPE TITLE" for each action that is pending, in the order in which they
# were notified.
pending_lines() {
    awk -v "pending=$pending" '
        $1 == pending { at[$2] = NR; text = $0; sub(/^[^ ]+ /, "", text); line[NR] = text }
        $1 != pending { delete at[$2] }
        { name[NR] = $2 }
        END { for (i = 1; i <= NR; i++) if (at[name[i]] == i) print line[i] }' "$pending_file"
}
