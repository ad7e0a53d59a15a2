using CSharpChef.Recipes;
using CSharpChef.Testing;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Plan;

public sealed class UselessPropertiesTests
{
    public static TheoryData<string, Action<RecipeContext>> Useless => new()
    {
        { "RunAs has no effect: the resource has no command, guard or Verify", r => r.Package("git", p => p.RunAs = "app") },
        { "To give the path to a user, set Owner", r => r.File("/a", f => f.RunAs = "app") },
        { "To run the entry as a user, set User", r => r.Cron("a", c => { c.RunAs = "app"; c.Command = "x"; c.Schedule = "@daily"; }) },
        { "Timeout has no effect: it limits commands, guards, Verify, packages and services", r => r.File("/a", f => f.Timeout = TimeSpan.FromMinutes(1)) },
        { "Timeout must be longer than 0", r => r.Execute("x", e => e.Timeout = TimeSpan.Zero) },
        { "RetryDelay has no effect without Retries", r => r.Execute("x", e => e.RetryDelay = TimeSpan.FromSeconds(9)) },
        { "Retries is negative", r => r.Execute("x", e => e.Retries = -1) },
        { "Enabled and Running have no effect beside Do", r => r.Service("app", s => { s.Enabled = false; s.Do(s.Restart); }) },
        { "Enabled and Running have no effect beside Do", r => r.Service("app", s => { s.Running = false; s.Do(s.Reload, s.Enable); }) },
        { "it never notifies", r => r.Log("done", l => l.Notifies(r.Service("app").Restart)) },
        { "Retries has no effect: a message cannot fail", r => r.Log("done", l => l.Retries = 2) },
        { "IgnoreFailure has no effect: a message cannot fail", r => r.Log("done", l => l.IgnoreFailure = true) },
        { "Version has no effect on a removal", r => r.Package("git", p => { p.Version = "1"; p.Do(p.Remove); }) },
        { "Backup has no effect with CreateIfMissing", r => r.File("/a", f => { f.Content = "x"; f.Backup = 2; f.Do(f.CreateIfMissing); }) },
        { "FollowLinks has no effect with CreateIfMissing", r => r.File("/a", f => { f.FollowLinks = false; f.Do(f.CreateIfMissing); }) },
        { "Returns has 256, which no command ends with", r => r.Execute("x", e => e.Returns = [0, 256]) },
        { "Returns has -1, which no command ends with", r => r.Script("x", s => { s.Code = "x"; s.Returns = [-1]; }) },
        { "Verify has no effect without new content: set Content", r => r.File("/a", f => f.Verify = "true") },
        { "Backup has no effect without new content: set Content", r => r.File("/a", f => f.Backup = 2) },
        { "Match has no effect on a block", r => r.Line("/a", l => { l.Text = "x"; l.Match = "^x"; l.Block = "b"; }) },
        { "AppendGroups has no effect without Groups", r => r.User("ann", u => u.AppendGroups = false) },
        { "AppendMembers has no effect without Members", r => r.Group("ops", g => g.AppendMembers = false) },
        { "Returns is empty", r => r.Execute("x", e => e.Returns = []) },
        { "file[/a] can only choose its own actions", r => r.File("/a", f => f.Do(r.Service("app").Restart)) },
        { "the command of a guard is empty", r => r.Execute("x", e => e.OnlyIf(" ")) },
    };

    private static readonly Action<RecipeContext>[] Useful =
    [
        r => r.File("/a", f => { f.Content = "x"; f.Verify = "true"; f.RunAs = "app"; }),
        r => r.File("/a", f => { f.Content = "x"; f.Verify = "true"; f.RunAs = "app"; f.Do(f.Delete); }),
        r => r.Package("git", p => { p.OnlyIf("true"); p.RunAs = "app"; p.Timeout = TimeSpan.FromMinutes(1); }),
        r => r.File("/a", f => { f.Content = "x"; f.Verify = "true"; f.Timeout = TimeSpan.FromMinutes(1); }),
        r => r.File("/a", f => { f.NotIf("true"); f.Timeout = TimeSpan.FromMinutes(1); }),
        r => r.Service("app", s => { s.Timeout = TimeSpan.FromMinutes(1); s.Retries = 2; s.RetryDelay = TimeSpan.Zero; }),
        r => r.Service("app", s => { s.Enabled = null; s.Do(s.Restart); }),
        r => r.Execute("x", e => { e.RunAs = "app"; e.OnlyWhenNotified(); }),
        r => r.Log("done", l => { l.OnlyIf("true"); l.Retries = 2; l.IgnoreFailure = true; }),
        r => r.File("/a", f => { f.Content = "x"; f.Backup = 2; f.Do(f.CreateIfMissing, f.Create); }),
        r => r.Execute("x", e => e.Returns = [0, 1, 255]),
        r => r.User("ann", u => { u.Groups = []; u.AppendGroups = false; }),
    ];

    [Theory, MemberData(nameof(Useless), DisableDiscoveryEnumeration = true)]
    public void A_property_that_would_have_no_effect_is_refused_with_the_place_and_the_resource(
        string problem, Action<RecipeContext> recipe) =>
        Assert.Contains(problem, Assert.Throws<RecipeException>(() => Planned(recipe)).Message);

    [Fact]
    public void A_property_that_has_an_effect_in_one_of_the_resources_actions_is_accepted() =>
        Assert.All(Useful, Planned);

    private static void Planned(Action<RecipeContext> recipe) =>
        StepResource.Plan(FakeNode.Debian12(), PlanOf.Resources(recipe));
}
