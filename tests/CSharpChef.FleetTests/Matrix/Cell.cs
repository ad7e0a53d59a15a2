namespace CSharpChef.FleetTests.Matrix;

/// <summary>One action under some conditions.</summary>
internal sealed record Cell(string Id, ActionSample Sample, Condition Conditions)
{
    /// <summary>A text, and in its place a secret, that are also hashes of passwords.</summary>
    public static string Plain { get; } = $"$6$text${new string('a', 86)}";

    public static string Secret { get; } = $"$6$text${new string('b', 86)}";

    private static readonly IReadOnlyList<Condition> Single =
        [.. Enum.GetValues<Condition>().Where(condition => condition != Condition.None)];

    public string Given => Filled(Sample.Given);

    /// <summary>
    /// A shell command that prints the cell when its action was not performed, or not as the user it should.
    /// </summary>
    public string Check
    {
        get
        {
            var user = Has(Condition.OtherUser) ? "deploy" : "root";
            var check = Sample.Name == "CommandResource.Run"
                ? $"test \"$(cat /srv/matrix/{Id})\" = {user}"
                : Filled(Sample.Check);
            return $"{{ {check}; }} >/dev/null || echo '{this}'";
        }
    }

    /// <summary>
    /// The lines of a recipe that declare the resource, what it notifies, and what shows that an immediate notification
    /// ran before the next action.
    /// </summary>
    public string Recipe
    {
        get
        {
            var word = Filled(Sample.Word);
            var settings = Filled($"{Sample.Settings} r.Do(r.{Sample.Action}); r.Name = \"CELL\";");
            return $"{Receivers}{word}, r => {{ {settings} {string.Concat(Single.Where(Has).Select(Setting))} }});\n{Follower}";
        }
    }

    private string Follower => Has(Condition.Immediate)
        ? $"Execute(\"echo after {Id} >>/srv/matrix/notified\", r => r.Name = \"after {Id}\");\n"
        : "";

    private string Receivers =>
        (Has(Condition.Delayed) ? Receiver("later") : "") + (Has(Condition.Immediate) ? Receiver("now") : "");

    /// <summary>
    /// All actions of a kind with each condition alone, and its first action with each pair of conditions.
    /// </summary>
    public static IReadOnlyList<Cell> Of(string kind)
    {
        var samples = ActionSamples.ByKind[kind];
        var alone = samples.SelectMany(sample => Single.Select(condition => (sample, condition)));
        var pairs = Single.SelectMany(
            one => Single.Where(other => other > one).Select(other => (samples[0], one | other)));
        return [.. alone.Concat(pairs)
            .Index()
            .Select(cell => new Cell($"c{cell.Index}", cell.Item.Item1, cell.Item.Item2))];
    }

    /// <summary>
    /// What the notifications of a run that changes all cells write: the immediate ones right behind their senders, the
    /// delayed ones at the end. Cells behind a barrier come last.
    /// </summary>
    public static IEnumerable<string> NotifiedBy(IReadOnlyList<Cell> cells)
    {
        var run = cells.OrderBy(cell => cell.Has(Condition.Barrier)).ToList();
        var immediate = run.Where(cell => cell.Has(Condition.Immediate));
        var delayed = run.Where(cell => cell.Has(Condition.Delayed));
        return immediate.SelectMany(cell => new[] { $"now {cell.Id}", $"after {cell.Id}" })
            .Concat(delayed.Select(cell => $"later {cell.Id}"));
    }

    public override string ToString() => $"{Id}: {Sample.Name} under {Conditions}";

    public bool Has(Condition condition) => Conditions.HasFlag(condition);

    private string Setting(Condition condition) => condition switch
    {
        Condition.Delayed => $"r.Notifies(later{Id}.Run); ",
        Condition.Immediate => $"r.Notifies(now{Id}.Run, Immediately); ",
        Condition.Secret => "r.Sensitive = true; ",
        Condition.Guard => "r.OnlyIf(\"test -d /srv/matrix\"); r.NotIf(\"test -e /nowhere\"); ",
        Condition.Retries => "r.Retries = 1; r.RetryDelay = TimeSpan.FromSeconds(1); ",
        Condition.OtherUser => "r.RunAs = \"deploy\"; r.OnlyIf(\"test $(id -un) = deploy\"); ",
        _ => "",
    };

    // Without retries there is no first attempt that may fail.
    private string Filled(string text)
    {
        var attempt = Has(Condition.Retries) ? text : text.Replace("exit 7; ", "", StringComparison.Ordinal);
        return attempt.Replace(
            "TEXT", Has(Condition.Secret) ? "Secret(\"word\")" : $"\"{Plain}\"", StringComparison.Ordinal)
            .Replace("CELL", Id, StringComparison.Ordinal);
    }

    private string Receiver(string when) =>
        $"var {when}{Id} = Execute(\"echo {when} {Id} >>/srv/matrix/notified\", r => {{ r.OnlyWhenNotified(); r.Name = \"{when} {Id}\"; }});\n";
}
