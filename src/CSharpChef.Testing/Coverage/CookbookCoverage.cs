using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Results;

namespace CSharpChef.Testing;

/// <summary>
/// Records which calls in cookbooks declared resources in the runs of this process. Recording starts by
/// <see cref="Start"/>, or by the environment variable <c>CSHARPCHEF_COVERAGE</c> with the path of a file of JSON: at
/// its end the process adds its report to that file, and to a text beside it.
/// </summary>
/// <example>
/// <code>
/// CookbookCoverage.Start();                     // before the first test
/// CookbookCoverage.Report().ShouldCover(90);    // after the last one
/// </code>
/// </example>
public static class CookbookCoverage
{
    internal const string Variable = "CSHARPCHEF_COVERAGE";

    private static readonly ChefTestException? unwritable;
    private static CoverageRecorder? recorder;

    static CookbookCoverage()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path)
        {
            Start();
            unwritable = ErrorOf(path);
            AppDomain.CurrentDomain.ProcessExit += (_, _) => WriteAtExit(path);
        }
    }

    /// <summary>Records all further runs of this process. Does nothing when recording has started.</summary>
    public static void Start() => Interlocked.CompareExchange(ref recorder, new CoverageRecorder(), null);

    /// <summary>
    /// The coverage of all recipes in the folders of cookbooks that runs of this process used so far. Recipes that no
    /// test ran are compiled for it.
    /// </summary>
    /// <exception cref="ChefTestException">Recording has not started.</exception>
    public static CoverageReport Report() => recorder?.Report() ?? throw new ChefTestException(
        $"coverage is not recorded: call CookbookCoverage.Start() before the first test, or set {Variable} to the path of a file");

    /// <exception cref="ChefTestException">The file that the environment variable names cannot be written.</exception>
    internal static void Record(RecipeLibrary library, IReadOnlyList<AppliedPlan> plans)
    {
        if (unwritable is not null)
        {
            throw unwritable;
        }

        recorder?.Add(library, plans);
    }

    // The first test tells that the file cannot be written: at the end of the process nobody would read it.
    private static ChefTestException? ErrorOf(string path)
    {
        try
        {
            new CoverageReport([], []).Write(path);
            return null;
        }
        catch (ChefTestException e)
        {
            return e;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new ChefTestException($"{Variable}: the coverage of cookbooks cannot be written to {path}: {e.Message}");
        }
    }

    private static void WriteAtExit(string path)
    {
        if (unwritable is null)
        {
            Report().Write(path);
        }
    }
}
