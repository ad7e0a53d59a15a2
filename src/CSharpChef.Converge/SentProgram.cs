using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Runs;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge;

/// <summary>A program that a session sends to its host, and all that reading its results needs.</summary>
/// <param name="Part">The number of the program in its session, from 1 on.</param>
/// <param name="Name">The name of its run, and of its journal on the host.</param>
/// <param name="Token">The first word of each line that it prints as a result.</param>
/// <param name="Plan">What it does.</param>
/// <param name="Program">Its text, and the content that it may ask for.</param>
internal sealed record SentProgram(int Part, RunName Name, string Token, ConvergePlan Plan, ShellProgram Program)
{
    // The text of a program may contain secrets, which must not reach a log through the text of this record.
    public override string ToString() => Name.Text;
}
