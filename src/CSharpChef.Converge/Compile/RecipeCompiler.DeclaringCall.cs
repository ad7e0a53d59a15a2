using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CSharpChef.Converge.Compile;

internal sealed partial class RecipeCompiler
{
    /// <summary>A call that declares a resource, in the syntax of a script.</summary>
    /// <param name="Call">The call.</param>
    /// <param name="Word">The function that is called.</param>
    /// <param name="File">The parameter that gets the file of the caller; null when the call gives it.</param>
    private sealed record DeclaringCall(InvocationExpressionSyntax Call, string Word, string? File)
    {
        public string Path => Call.SyntaxTree.FilePath;

        /// <summary>The line that the compiler passes: that of the parenthesis.</summary>
        public int Line => PositionOf(Parenthesis).Line + 1;

        /// <summary>The column of the word, or of the parenthesis when that is on another line.</summary>
        public int Column =>
            (PositionOf(Name).Line + 1 == Line ? PositionOf(Name) : PositionOf(Parenthesis)).Character + 1;

        public DeclarationSite Site(bool hasColumn) => new(Path, Line, hasColumn ? Column : 0, Word);

        /// <summary>The text that makes the call pass its column too.</summary>
        /// <param name="file">The file that the compiler would pass.</param>
        public TextChange WithColumn(string file) => new(
            new TextSpan(Call.ArgumentList.CloseParenToken.SpanStart, 0),
            (Call.ArgumentList.Arguments.Count == 0 ? "" : ", ")
                + $"@{File}: {SymbolDisplay.FormatLiteral(CallerColumn.Add(file, Column), quote: true)}");

        private SyntaxToken Parenthesis => Call.ArgumentList.OpenParenToken;

        private SyntaxToken Name => (Call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            var name => (ExpressionSyntax)name,
        }).GetFirstToken();

        private static LinePosition PositionOf(SyntaxToken token) =>
            token.GetLocation().GetMappedLineSpan().StartLinePosition;
    }
}
