using System.Text;
using CSharpChef.Recipes.Steps;
using CSharpChef.Testing;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Cases;

/// <summary>
/// The program that reads the state of a real node prints the same text as the fake node for the same state.
/// </summary>
public sealed class CaseStateTests : IDisposable
{
    private readonly string folder = TemporaryFolder.Create("state-");
    private readonly FakeNode node = FakeNode.Debian12();

    public CaseStateTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "the files belong to root");
        Shell("printf 'one\\n' >file; chmod 4640 file; mkdir -m 750 directory; ln -s file link; ln -s 'nothing here' broken");
        node.HasFile(At("file"), "one\n", "4640").HasDirectory(At("directory"), "0750")
            .HasLink(At("link"), "file").HasLink(At("broken"), "nothing here");
    }

    public static TheoryData<string> Kinds =>
        [.. StepSamples.All.Select(step => step.Subject.Kind).Distinct()];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_state_of_paths_is_the_same_text() => Assert.Equal(Real(), Fake());

    [Fact]
    public void A_file_with_other_bytes_differs()
    {
        Shell("printf 'two\\n' >file; chmod 4640 file");

        Assert.NotEqual(Real(), Fake());
    }

    [Fact]
    public void A_file_with_other_permissions_differs()
    {
        Shell("chmod 400 file");

        Assert.NotEqual(Real(), Fake());
    }

    [Fact]
    public void A_directory_that_only_one_of_them_has_differs()
    {
        Directory.Delete(At("directory"));

        Assert.Contains($"path {At("directory")} absent\n", Real(), StringComparison.Ordinal);
        Assert.Contains($"path {At("directory")} directory 0750 root root\n", Fake(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Each_kind_of_subject_has_a_state_unless_it_leaves_none(string kind)
    {
        string[] withoutState = ["command", "cron", "log", "login"];
        var steps = StepSamples.All.Where(step => step.Subject.Kind == kind).ToArray();

        var state = FakeState.Text(CaseState.Of([PlanOf.Steps(steps)]), node.Machine);

        Assert.Equal(withoutState.Contains(kind), state.Length == 0);
    }

    private string At(string name) => $"{folder}/{name}";

    private CaseState Named() => CaseState.Of([PlanOf.Steps(
        new FileStep(At("file")),
        new DirectoryStep(At("directory")),
        new FileStep(At("link")),
        new LinkStep(At("broken"), "nothing here", false),
        new AbsentStep(At("absent"), PathKind.File))]);

    private string Real() => Shell(RealState.Program(Named()));

    private string Shell(string script) =>
        Encoding.UTF8.GetString(LocalShell.Output(LocalShell.Tested[0], $"cd {folder} || exit 1\n{script}\n"));

    private string Fake() => FakeState.Text(Named(), node.Machine);
}
