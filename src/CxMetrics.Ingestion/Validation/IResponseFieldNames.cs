namespace CxMetrics.Ingestion.Validation;

/// <summary>Says what a sender calls the parts of a response: paths in JSON, columns in CSV. Asked only when something is wrong.</summary>
internal interface IResponseFieldNames
{
    string Of(ResponseMember member);

    /// <summary>What a member of an answer is called.</summary>
    /// <param name="answer">Which answer of the response, from 0.</param>
    /// <param name="member">Which member of it.</param>
    string OfAnswer(int answer, AnswerMember member);

    string OfAttribute(string name);
}
