# Sends one figure to Pejling: first what it would change for readers, then the figure itself, as a draft.
#
#   PEJLING_TOKEN=… Rscript figure.R http://localhost:4200 hoeringssvar 217 2026 15.2
#
# The token needs the scope figures:write. No package is used; curl is called, which R cannot replace here without one.

given <- commandArgs(trailingOnly = TRUE)
site <- given[1]; indicator <- given[2]; area <- given[3]; period <- given[4]; value <- given[5]
address <- sprintf("%s/api/v1/workspace/observations/%s", site, indicator)
body <- sprintf('{"observations":[{"area":"%s","period":"%s","value":%s}]}', area, period, value)

# The answer as text, and its ETag. Ends with the words of the problem where there is one.
send <- function(method, url, tag = NULL) {
  headers <- c(paste("Authorization: Bearer", Sys.getenv("PEJLING_TOKEN")), "Accept-Language: en")
  if (!is.null(tag)) headers <- c(headers, "Content-Type: application/json", paste("If-Match:", tag))
  head <- tempfile()
  arguments <- c("-q", "--silent", "--request", method, "--dump-header", head, rbind("--header", headers), url)
  if (!is.null(tag)) arguments <- c(arguments, "--data", body)
  answer <- paste(system2("curl", shQuote(arguments), stdout = TRUE), collapse = "\n")
  lines <- readLines(head, warn = FALSE)
  status <- as.integer(strsplit(lines[1], " ")[[1]][2])
  if (is.na(status) || status >= 400) {
    details <- regmatches(answer, gregexpr('"detail":"([^"\\\\]|\\\\.)*"', answer))[[1]]
    write(gsub('^"detail":"|"$', "", details), stderr())
    quit(status = 1)
  }
  etag <- grep("^etag:", lines, ignore.case = TRUE, value = TRUE)
  list(text = answer, tag = sub("^[^:]*: *", "", etag[1]))
}

tag <- send("GET", address)$tag
cat("Readers would see:", send("PATCH", paste0(address, "?dryRun=true"), tag)$text, "\n")
invisible(send("PATCH", address, tag))
cat(sprintf("Sent: %s %s %s. It is a draft until it is published.\n", indicator, period, value))
