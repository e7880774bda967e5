#include <libxml/xmlversion.h>
/* ICU's headers clash with the copy of ICU in Foundation; none of libxml2's calls we make has ICU types in it. */
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
