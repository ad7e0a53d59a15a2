Execute("echo the last words; echo of the command >&2; exit 7");
Log("never");
