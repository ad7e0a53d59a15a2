using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Plan;
using CSharpChef.Recipes;
using CSharpChef.Recipes.Steps;
using CSharpChef.Testing;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Render;

/// <summary>Programs of later runs on a machine where a notified action failed.</summary>
[WholeSuite]
public sealed class PendingNotificationTests : IDisposable
{
    private readonly ProgramFolder folder = new();

    public static TheoryData<string> Shells => [.. LocalShell.Tested];

    private string Pending => File.ReadAllText(In("owed"));

    public void Dispose() => folder.Dispose();

    [Theory, MemberData(nameof(Shells))]
    public void A_notified_action_that_failed_runs_at_the_end_of_the_next_run_until_it_succeeds(string shell)
    {
        var first = Run(shell, Reloading(Timing.Delayed, "test -e mended"));
        var second = Run(shell, Reloading(Timing.Delayed, "test -e mended"));
        File.WriteAllText(In("mended"), "");
        var third = Run(shell, Reloading(Timing.Delayed, "test -e mended"));
        var fourth = Run(shell, Reloading(Timing.Delayed, "test -e mended"));

        Assert.Equal(["changed 1", "failed 2", "kept 2", "end 1"], first);
        Assert.Equal(
            [
                "note execute[test -e mended] run (:0) is pending since the run run1, where it failed: ended with exit code 1",
                "unchanged 1",
                "failed 2",
                "kept 2",
                "end 1"
            ],
            second);
        Assert.Equal("changed 2", third[^2]);
        Assert.Equal(["unchanged 1", "end 0"], fourth);
        Assert.Equal("", Pending);
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_failed_immediate_action_runs_before_the_first_action_of_the_next_run(string shell)
    {
        var first = Run(shell, Reloading(Timing.Immediately, "test -e mended"));
        File.WriteAllText(In("mended"), "");
        var second = Run(shell, Reloading(Timing.Immediately, "test -e mended"));

        Assert.Equal(["changed 1", "failed 2", "kept 2", "end 1"], first);
        Assert.Equal(["changed 2", "unchanged 1", "end 0"], second[1..]);
        Assert.EndsWith("is pending since the run run1, where it failed: ended with exit code 1", second[0], StringComparison.Ordinal);
        Assert.Equal("", Pending);
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_pending_immediate_action_that_fails_again_does_not_keep_the_run_from_mending_its_cause(string shell)
    {
        _ = Run(shell, Reloading(Timing.Immediately, "test -e mended"));

        var second = Run(shell, Reloading(Timing.Immediately, "test -e mended", mend: true));

        Assert.Contains(
            "note execute[test -e mended] run (:0) failed before the first action (ended with exit code 1): it runs again at the end",
            second);
        Assert.Equal(["retry 3", "unchanged 1", "changed 2", "changed 3", "end 0"],
            second.Where(line => !line.StartsWith("note", StringComparison.Ordinal)));
        Assert.Equal("", Pending);
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_pending_immediate_action_runs_first_in_each_next_run_until_it_succeeds(string shell)
    {
        for (var run = 1; run <= 3; run++)
        {
            _ = Run(shell, Reloading(Timing.Immediately, "test -e mended"));
        }

        File.WriteAllText(In("mended"), "");
        var next = Run(shell, Reloading(Timing.Immediately, "test -e mended"));

        Assert.Equal(["changed 2", "unchanged 1", "end 0"], next[1..]);
    }

    [Theory, MemberData(nameof(Shells))]
    public void An_action_stays_pending_when_an_action_of_another_recipe_with_the_same_name_succeeds(string shell)
    {
        ConvergePlan Recipe(string recipe, string command)
        {
            var file = new StepResource(new FileStep(In(recipe)) { Content = FileContent.FromText("text") });
            var reload = Notified(command);
            reload.Name = "reload";
            file.Notifies(reload.Run);
            return Planned($"{recipe}::default", file, reload);
        }

        _ = Run(shell, Recipe("app1", "test -e mended"));
        var other = Run(shell, Recipe("app2", "true"));
        File.WriteAllText(In("mended"), "");
        var next = Run(shell, Recipe("app1", "test -e mended"));

        Assert.Equal(["changed 1", "changed 2", "end 0"], other);
        Assert.Equal(["unchanged 1", "changed 2", "end 0"], next[1..]);
        Assert.Equal("", Pending);
    }

    [Theory, MemberData(nameof(Shells))]
    public void An_action_stays_pending_when_another_one_of_its_recipe_with_the_same_name_succeeds(string shell)
    {
        ConvergePlan Recipe()
        {
            var (first, second) = (Notified("test -e mended"), Notified("true"));
            (first.Name, second.Name, second.Occurrence) = ("reload", "reload", 2);
            var file = new StepResource(new FileStep(In("file")) { Content = FileContent.FromText("text") });
            file.Notifies(first.Run);
            file.Notifies(second.Run);
            return Planned(file, first, second);
        }

        var failed = Run(shell, Recipe());
        File.WriteAllText(In("mended"), "");
        var next = Run(shell, Recipe());

        Assert.Equal(["changed 1", "failed 2", "kept 2", "changed 3", "end 1"], failed);
        Assert.Equal(["unchanged 1", "changed 2", "end 0"], next[1..]);
        Assert.Equal("", Pending);
    }

    [Theory, MemberData(nameof(Shells))]
    public void What_a_release_without_recipes_in_its_notes_left_pending_ends_when_it_succeeds(string shell)
    {
        var plan = Reloading(Timing.Delayed, "test -e mended");
        _ = Run(shell, plan);
        File.WriteAllText(In("mended"), "");
        File.WriteAllText(In("owed"), string.Join(' ', Pending.Split(' ')[..2]) + "\n");

        var next = Run(shell, plan);

        Assert.Equal(["unchanged 1", "changed 2", "end 0"], next[1..]);
        Assert.Equal("", Pending);
    }

    [Theory, MemberData(nameof(Shells))]
    public void The_reason_of_a_pending_action_is_left_out_where_the_journal_of_its_run_is_gone(string shell)
    {
        _ = Run(shell, Reloading(Timing.Immediately, "test -e mended"));
        File.Delete(In("runs/run1"));

        Assert.EndsWith(
            "is pending since the run run1", Run(shell, Reloading(Timing.Immediately, "test -e mended"))[0], StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_plan_shows_the_pending_action_and_leaves_it_pending(string shell)
    {
        _ = Run(shell, Reloading(Timing.Delayed, "test -e mended"));
        var before = Pending;

        var plan = Run(shell, Reloading(Timing.Delayed, "test -e mended"), "plan");

        Assert.Equal(["kept 2", "unchanged 1", "changed 2", "end 0"], plan[1..]);
        Assert.Equal(before, Pending);
    }

    [Theory, MemberData(nameof(Shells))]
    public void An_action_that_its_recipe_does_not_notify_any_more_is_dropped_with_a_note_once(string shell)
    {
        var other = new ExecuteResource("false");
        _ = Run(shell, Reloading(Timing.Delayed, "false"));

        var plan = Run(shell, Planned(other), "plan");
        var third = Run(shell, Planned(other));
        var fourth = Run(shell, Planned(other));

        Assert.Equal("note execute[false] run (:0) would not be pending any more: test::default does not notify it", plan[0]);
        Assert.Equal("note execute[false] run (:0) is not pending any more: test::default does not notify it", third[0]);
        Assert.Equal(["failed 1", "end 1"], fourth);
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_run_of_other_recipes_leaves_an_action_pending(string shell)
    {
        _ = Run(shell, Reloading(Timing.Delayed, "false"));

        var other = Run(shell, Planned(new ExecuteResource("true")) with { Recipes = ["other::default"] });

        Assert.Equal(["changed 1", "end 0"], other);
        Assert.Contains("execute[false] run", Pending, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Shells))]
    public void The_program_behind_a_barrier_runs_the_queue_of_the_one_before_it_without_a_note(string shell)
    {
        var first = Reloading(Timing.Delayed, "true");
        var before = Run(shell, first with { Final = false, Recipes = [] });

        var behind = Run(
            shell, Reloading(Timing.Delayed, "true") with { Pending = [2], NotifiedBefore = first.NotifiedActions });

        Assert.Equal(["changed 1", "end 0"], before);
        Assert.Equal(["unchanged 1", "changed 2", "end 0"], behind);
        Assert.Equal("", Pending);
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_change_before_a_barrier_is_recorded_until_its_notifications_behind_it_are_known(string shell)
    {
        var file = new StepResource(new FileStep(In("file")) { Content = FileContent.FromText("text") });
        var failing = new ExecuteResource("test -e mended") { Cwd = folder.Folder };
        var before = Planned(file, failing) with { Final = false, Recipes = [] };
        Assert.Equal(["changed 1", "failed 2", "end 1"], Run(shell, before));
        File.WriteAllText(In("mended"), "");
        Assert.Equal(["unchanged 1", "changed 2", "end 0"], Run(shell, before));

        var behind = Behind(file, isSent: false);
        var plan = Run(shell, behind, "plan");
        var run = Run(shell, behind);
        var again = Run(shell, behind);

        Assert.Equal(["changed 2", "changed 1", "changed 3", "end 0"], plan);
        Assert.Equal(["changed 2", "changed 1", "changed 3", "end 0"], run);
        Assert.Equal(["changed 1", "end 0"], again);
        Assert.Equal("", Pending);
    }

    [Theory, MemberData(nameof(Shells))]
    public void An_action_before_a_barrier_that_failed_notifies_nothing_behind_it(string shell)
    {
        var failing = new ExecuteResource("false") { IgnoreFailure = true };

        _ = Run(shell, Planned(failing) with { Final = false, Recipes = [] });

        Assert.Equal(["changed 1", "end 0"], Run(shell, Behind(failing, isSent: false)));
        Assert.Equal(["changed 2", "changed 1", "changed 3", "end 0"], Run(shell, Behind(failing, isSent: true)));
    }

    /// <summary>What follows a barrier: a resource before it notifies one immediately and another at the end.</summary>
    private static ConvergePlan Behind(Resource sender, bool isSent)
    {
        var (now, later) = (new ExecuteResource("echo now"), new ExecuteResource("echo later"));
        ActionKey[] senders = [new("test::default", $"{sender} {sender.Actions[0].Name}")];
        return Planned("test::default", [new ExecuteResource("true")], [
            new(new Notification(now.Run, Timing.Immediately), senders, isSent),
            new(new Notification(later.Run, Timing.Delayed), senders, isSent)
        ]);
    }

    [Theory, MemberData(nameof(Shells))]
    public void The_program_behind_a_barrier_does_not_drop_what_the_one_before_it_notifies(string shell)
    {
        var first = Reloading(Timing.Immediately, "test -e mended");
        _ = Run(shell, first);
        var pending = Pending;

        var behind = Run(
            shell, Planned(new ExecuteResource("true")) with { NotifiedBefore = first.NotifiedActions }, "plan");

        Assert.Equal(["changed 1", "end 0"], behind);
        Assert.Equal(pending, Pending);
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_cancelled_run_keeps_the_queued_actions_pending_and_the_next_run_performs_them(string shell)
    {
        var cancel = new ExecuteResource("true") { Cwd = folder.Folder };
        cancel.OnlyIf("read -r run pid rest <holder; kill -USR1 $pid");
        var first = Run(shell, Reloading(Timing.Delayed, "true", cancel));
        var second = Run(shell, Reloading(Timing.Delayed, "true"));

        Assert.Equal(["changed 1", "changed 2", "kept 3"], first[..3]);
        Assert.EndsWith("is pending since the run run1", second[0], StringComparison.Ordinal);
        Assert.Equal(["unchanged 1", "changed 2", "end 0"], second[1..]);
        Assert.Equal("", Pending);
    }

    [Theory, MemberData(nameof(Shells))]
    public void An_immediate_action_behind_one_that_failed_stays_pending_too(string shell)
    {
        var (first, second) = (Notified("test -e mended"), Notified("echo second"));
        var file = new StepResource(new FileStep(In("file")) { Content = FileContent.FromText("text") });
        file.Notifies(first.Run, Timing.Immediately);
        file.Notifies(second.Run, Timing.Immediately);

        var failed = Run(shell, Planned(file, first, second));
        File.WriteAllText(In("mended"), "");
        var mended = Run(shell, Planned(file, first, second));

        Assert.Equal(["changed 1", "failed 2", "kept 2", "kept 3", "end 1"], failed);
        Assert.Equal(["changed 2", "changed 3", "unchanged 1", "end 0"], mended[2..]);
    }

    [Theory, MemberData(nameof(Shells))]
    public void What_cannot_be_read_stays_pending(string shell)
    {
        _ = Run(shell, Reloading(Timing.Delayed, "false"));

        var next = Run(shell, Planned(new ExecuteResource("true")), functions: "awk() { return 2; }");

        Assert.StartsWith("note cannot read ", next[0], StringComparison.Ordinal);
        Assert.Contains("execute[false] run", Pending, StringComparison.Ordinal);
    }

    private ConvergePlan Reloading(Timing timing, string command, bool mend = false) => mend
        ? Reloading(timing, command, new ExecuteResource("touch mended") { Cwd = folder.Folder })
        : Reloading(timing, command, []);

    /// <summary>A file that notifies a command, and other resources.</summary>
    private ConvergePlan Reloading(Timing timing, string command, params Resource[] others)
    {
        var file = new StepResource(new FileStep(In("file")) { Content = FileContent.FromText("text") });
        var reload = Notified(command);
        file.Notifies(reload.Run, timing);
        return Planned([file, .. others, reload]);
    }

    private ExecuteResource Notified(string command)
    {
        var execute = new ExecuteResource(command) { Cwd = folder.Folder };
        execute.OnlyWhenNotified();
        return execute;
    }

    private static ConvergePlan Planned(params Resource[] resources) => Planned("test::default", resources);

    private static ConvergePlan Planned(string recipe, params Resource[] resources) => Planned(recipe, resources, []);

    private static ConvergePlan Planned(string recipe, Resource[] resources, LateNotification[] late)
    {
        foreach (var resource in resources)
        {
            resource.Declared(new RecipeContext("test", recipe, new PlanOf()), default);
        }

        return StepResource.Plan(FakeNode.Debian12(), late, resources) with { Recipes = [recipe] };
    }

    /// <summary>Runs a plan, and returns how its actions and the run ended.</summary>
    private string[] Run(string shell, ConvergePlan plan, string mode = "converge", string functions = "") =>
    [
        .. folder.Run(shell, ProgramFolder.Render(plan).Text, mode, functions)
            .Select(line => line.StartsWith("kept ", StringComparison.Ordinal) ? string.Join(' ', line.Split(' ')[..2]) : line)
            .Where(line =>
                line.Split(' ')[0] is "note" or "retry" or "unchanged" or "changed" or "failed" or "kept" or "end"),
    ];

    private string In(string name) => folder.In(name);
}
